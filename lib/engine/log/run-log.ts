import type { AgentDelta, DraftEvent, FinalDelta, RunEvent } from '@/lib/protocol/event';
import { isWholeForMembers } from '@/lib/protocol/projection/projector';
import { deltaOf, type StreamedText } from '@/lib/protocol/streamed-text';
import type { Slot } from '@/lib/protocol/team';

/** What is written as it is; deltas are merged first. */
export type EventDraft = Exclude<DraftEvent, AgentDelta | FinalDelta>;

export type DeltaKind = StreamedText['kind'];

/** Whoever follows the log hears of everything that has been given its seq, in order. */
export interface LogListener {
  onEvent(event: RunEvent): void;
  /** Instead of `onEvent`, for text of the same call and kind as its slot's last event, when the run has had nothing but text since. */
  onMoreText(seq: number, at: string, piece: StreamedText): void;
}

/** Events ready to be committed. */
export interface SealedLines {
  firstSeq: number;
  lastSeq: number;
  events: string;
  /** As in `CommittedBatch`. */
  isWhole: boolean;
}

interface PendingDelta extends StreamedText {
  /** Its JSON from `type` up to the text. */
  head: string;
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
  /** Of the lines: deltas have nothing that members do not see, and nobody's name. */
  #isWhole = true;
  /** In order of their first text. */
  #pending: PendingDelta[] = [];
  #last = new Map<Slot, PendingDelta>();
  /** The latest delta of each slot. */
  #streams = new Map<Slot, PendingDelta>();
  /** The heads of the sealed deltas behind the last event that is none, by slot. */
  #heads = new Map<Slot, string>();
  readonly #listener: LogListener;

  constructor(runId: string, lastSeq: number, listener: LogListener) {
    this.runId = runId;
    this.#seq = lastSeq;
    this.#firstSeq = lastSeq + 1;
    this.#listener = listener;
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
    const stream = this.#streams.get(slot);
    const isKnown = stream?.callId === callId;
    const head = isKnown && stream.kind === kind ? stream.head : headOf({ slot, callId, kind, text });
    const pending = { slot, callId, kind, text, head };
    this.#pending.push(pending);
    this.#last.set(slot, pending);
    this.#streams.set(slot, pending);
    return !isKnown;
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
    for (const delta of pending) this.#sealDelta(delta);
  }

  /** Everything that is not written yet; the log forgets it. `null` = nothing. */
  take(): SealedLines | null {
    this.sealDeltas();
    if (this.#lines.length === 0) return null;
    const events = this.#lines.join('');
    const taken = { firstSeq: this.#firstSeq, lastSeq: this.#seq, events, isWhole: this.#isWhole };
    this.#lines = [];
    this.#isWhole = true;
    this.#firstSeq = this.#seq + 1;
    return taken;
  }

  #seal(draft: EventDraft): void {
    this.#seq += 1;
    const event: RunEvent = { seq: this.#seq, at: timeNow(), runId: this.runId, ...draft };
    this.#lines.push(`${JSON.stringify(event)}\n`);
    this.#isWhole &&= isWholeForMembers(event);
    this.#heads.clear();
    this.#listener.onEvent(event);
  }

  /** The same bytes as `JSON.stringify` of the event: nearly all events are deltas, and of a delta only the text can need escapes. */
  #sealDelta(delta: PendingDelta): void {
    this.#seq += 1;
    const at = timeNow();
    this.#lines.push(
      `{"seq":${this.#seq},"at":"${at}","runId":"${this.runId}",${delta.head}${JSON.stringify(delta.text)}}\n`,
    );
    if (this.#heads.get(delta.slot) === delta.head) {
      this.#listener.onMoreText(this.#seq, at, delta);
      return;
    }
    this.#heads.set(delta.slot, delta.head);
    this.#listener.onEvent({ seq: this.#seq, at, runId: this.runId, ...deltaOf(delta) });
  }
}

let lastMs = 0;
let lastTime = '';

/** A commit seals the deltas of all runs within few milliseconds. */
function timeNow(): string {
  const now = Date.now();
  if (now !== lastMs) {
    lastMs = now;
    lastTime = new Date(now).toISOString();
  }
  return lastTime;
}

function headOf(piece: StreamedText): string {
  return JSON.stringify(deltaOf({ ...piece, text: '' })).slice(1, -'""}'.length);
}
