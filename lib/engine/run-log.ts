import type { AgentDelta, DraftEvent, FinalDelta, RunEvent } from '@/lib/protocol/event';
import type { Slot } from '@/lib/protocol/team';

/** What is written as it is; deltas are merged first. */
export type EventDraft = Exclude<DraftEvent, AgentDelta | FinalDelta>;

export type DeltaKind = AgentDelta['kind'] | 'final';

/** Events ready to be committed. */
export interface SealedLines {
  firstSeq: number;
  lastSeq: number;
  events: string;
}

interface PendingDelta {
  slot: Slot;
  callId: string;
  kind: DeltaKind;
  text: string;
}

/**
 * The end of one run's log that is not in the database yet. Neighbouring deltas of a slot become one event before they get a seq;
 * sealing gives seq and time and writes the event's only JSON form.
 */
export class RunLog {
  readonly runId: string;
  #seq: number;
  #firstSeq: number;
  #lines: string[] = [];
  /** In order of their first text. */
  #pending: PendingDelta[] = [];
  #last = new Map<Slot, PendingDelta>();
  /** The call of each slot whose first delta has been seen. */
  #streaming = new Map<Slot, string>();
  readonly #onSealed: (event: RunEvent) => void;

  constructor(runId: string, lastSeq: number, onSealed: (event: RunEvent) => void) {
    this.runId = runId;
    this.#seq = lastSeq;
    this.#firstSeq = lastSeq + 1;
    this.#onSealed = onSealed;
  }

  /** Seq of the last sealed event. */
  get seq(): number {
    return this.#seq;
  }

  get isEmpty(): boolean {
    return this.#lines.length === 0 && this.#pending.length === 0;
  }

  /** Adds text to the slot's stream. Returns true when it is the first of its call. */
  delta(slot: Slot, callId: string, kind: DeltaKind, text: string): boolean {
    const last = this.#last.get(slot);
    if (last && last.callId === callId && last.kind === kind) {
      last.text += text;
      return false;
    }
    const pending = { slot, callId, kind, text };
    this.#pending.push(pending);
    this.#last.set(slot, pending);
    if (this.#streaming.get(slot) === callId) return false;
    this.#streaming.set(slot, callId);
    return true;
  }

  /** Seals the event behind all pending deltas. */
  append(draft: EventDraft): void {
    this.sealDeltas();
    this.#seal(draft);
  }

  sealDeltas(): void {
    if (this.#pending.length === 0) return;
    const pending = this.#pending;
    this.#pending = [];
    this.#last.clear();
    for (const delta of pending) this.#seal(draftOf(delta));
  }

  /** Everything that is not written yet; the log forgets it. `null` = nothing. */
  take(): SealedLines | null {
    this.sealDeltas();
    if (this.#lines.length === 0) return null;
    const taken = { firstSeq: this.#firstSeq, lastSeq: this.#seq, events: this.#lines.join('') };
    this.#lines = [];
    this.#firstSeq = this.#seq + 1;
    return taken;
  }

  #seal(draft: DraftEvent): void {
    this.#seq += 1;
    const event: RunEvent = { seq: this.#seq, at: new Date().toISOString(), runId: this.runId, ...draft };
    this.#lines.push(`${JSON.stringify(event)}\n`);
    this.#onSealed(event);
  }
}

function draftOf({ slot, callId, kind, text }: PendingDelta): AgentDelta | FinalDelta {
  return kind === 'final'
    ? { type: 'final.delta', slot, callId, text }
    : { type: 'agent.delta', slot, callId, kind, text };
}
