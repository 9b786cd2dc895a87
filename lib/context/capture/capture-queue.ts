import type { SnapshotKind } from '@/lib/protocol/context-event';
import type { RunState } from '@/lib/protocol/state';
import type { AnswerId } from '@/lib/protocol/team';

export interface CaptureRequest {
  /** The run as it stood when the capture became due. */
  state: RunState;
  kind: SnapshotKind;
  answerId: AnswerId | null;
}

const RANK: Record<SnapshotKind, number> = { tools: 0, call: 1, answer: 2 };

/**
 * What a slot's captures wait for, one after the other. Requests that would queue up become one, of the newest state; but every answer has a
 * snapshot of its own.
 */
export class CaptureQueue {
  readonly #capture: (request: CaptureRequest) => Promise<{ written: Promise<void> }>;
  readonly #waiting: CaptureRequest[] = [];
  #prepared: PromiseWithResolvers<void> | null = null;
  #working: Promise<void> | null = null;

  /** `capture` ends when the snapshot can be read here; `written` when it is stored. Neither may fail. */
  constructor(capture: (request: CaptureRequest) => Promise<{ written: Promise<void> }>) {
    this.#capture = capture;
  }

  /** Resolves when no snapshot that was asked for is still to be made; `null` = none is. */
  get preparing(): Promise<void> | null {
    return this.#prepared?.promise ?? null;
  }

  /** Resolves when all of them are stored too; `null` = they are. */
  get working(): Promise<void> | null {
    return this.#working;
  }

  add(request: CaptureRequest): void {
    const last = this.#waiting.at(-1);
    if (last && !(last.answerId && request.answerId)) this.#waiting[this.#waiting.length - 1] = joined(last, request);
    else this.#waiting.push(request);
    this.#prepared ??= Promise.withResolvers();
    this.#working ??= this.#work();
  }

  async #work(): Promise<void> {
    // What is written at once becomes one: an answer and the end of its call.
    await Promise.resolve();
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
      const { written } = await this.#capture(next);
      if (this.#waiting.length === 0) {
        this.#prepared?.resolve();
        this.#prepared = null;
      }
      await written;
    }
    this.#working = null;
  }
}

function joined(before: CaptureRequest, now: CaptureRequest): CaptureRequest {
  const kind = RANK[before.kind] > RANK[now.kind] ? before.kind : now.kind;
  return { state: now.state, kind, answerId: before.answerId ?? now.answerId };
}
