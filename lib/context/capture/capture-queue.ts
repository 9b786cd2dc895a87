import type { SnapshotKind } from '@/lib/protocol/context-event';
import type { RunState } from '@/lib/protocol/state';
import type { AnswerId } from '@/lib/protocol/team';

export interface CaptureRequest {
  /** The run as it stood when the capture became due. */
  state: RunState;
  kind: SnapshotKind;
  answerId: AnswerId | null;
}

/** Snapshots of a slot that are made and not stored yet; the next one is made when there is room. */
const MAX_UNWRITTEN = 3;

type Write = () => Promise<void>;

const RANK: Record<SnapshotKind, number> = { tools: 0, call: 1, answer: 2 };

/**
 * What a slot's captures wait for, one after the other. Requests that would queue up become one, of the newest state; but every answer has a
 * snapshot of its own.
 */
export class CaptureQueue {
  readonly #capture: (request: CaptureRequest) => Promise<Write>;
  readonly #waiting: CaptureRequest[] = [];
  #preparing: Promise<void> | null = null;
  #unwritten = 0;
  #written: Promise<void> = Promise.resolve();

  /** `capture` ends when the snapshot can be read here and gives what stores it. Neither may fail. */
  constructor(capture: (request: CaptureRequest) => Promise<Write>) {
    this.#capture = capture;
  }

  /** Resolves when no snapshot that was asked for is still to be made; `null` = none is. */
  get preparing(): Promise<void> | null {
    return this.#preparing;
  }

  /** Resolves when all of them are stored too; `null` = they are. */
  get working(): Promise<void> | null {
    return this.#preparing || this.#unwritten > 0 ? this.#untilWritten() : null;
  }

  add(request: CaptureRequest): void {
    const last = this.#waiting.at(-1);
    if (last && !(last.answerId && request.answerId)) this.#waiting[this.#waiting.length - 1] = joined(last, request);
    else this.#waiting.push(request);
    this.#preparing ??= this.#prepare();
  }

  async #prepare(): Promise<void> {
    // What is written at once becomes one: an answer and the end of its call.
    await Promise.resolve();
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
      if (this.#unwritten >= MAX_UNWRITTEN) await this.#written;
      const write = await this.#capture(next);
      this.#unwritten += 1;
      // One after the other, as they were made.
      this.#written = this.#written.then(write).then(() => {
        this.#unwritten -= 1;
      });
    }
    this.#preparing = null;
  }

  async #untilWritten(): Promise<void> {
    while (this.#preparing || this.#unwritten > 0) await (this.#preparing ?? this.#written);
  }
}

function joined(before: CaptureRequest, now: CaptureRequest): CaptureRequest {
  const kind = RANK[before.kind] > RANK[now.kind] ? before.kind : now.kind;
  return { state: now.state, kind, answerId: before.answerId ?? now.answerId };
}
