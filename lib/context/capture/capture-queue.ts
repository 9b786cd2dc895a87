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
  readonly #capture: (request: CaptureRequest) => Promise<void>;
  readonly #waiting: CaptureRequest[] = [];
  #working: Promise<void> | null = null;

  /** `capture` must not throw. */
  constructor(capture: (request: CaptureRequest) => Promise<void>) {
    this.#capture = capture;
  }

  /** Resolves when nothing waits any more; `null` = nothing does. */
  get working(): Promise<void> | null {
    return this.#working;
  }

  add(request: CaptureRequest): void {
    const last = this.#waiting.at(-1);
    if (last && !(last.answerId && request.answerId)) this.#waiting[this.#waiting.length - 1] = joined(last, request);
    else this.#waiting.push(request);
    this.#working ??= this.#work();
  }

  async #work(): Promise<void> {
    // What is written at once becomes one: an answer and the end of its call.
    await Promise.resolve();
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) await this.#capture(next);
    this.#working = null;
  }
}

function joined(before: CaptureRequest, now: CaptureRequest): CaptureRequest {
  const kind = RANK[before.kind] > RANK[now.kind] ? before.kind : now.kind;
  return { state: now.state, kind, answerId: before.answerId ?? now.answerId };
}
