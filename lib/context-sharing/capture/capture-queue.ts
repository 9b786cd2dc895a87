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
const MAX_UNWRITTEN = 4;
/** Rounds of tools come in bursts, and nobody waits for their snapshots: those within this time are one. */
const TOOLS_WAIT_MS = 100;

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
  #toolsTimer: NodeJS.Timeout | null = null;

  /** `capture` ends when the snapshot can be read here and gives what stores it. Neither may fail. */
  constructor(capture: (request: CaptureRequest) => Promise<Write>) {
    this.#capture = capture;
  }

  /** Resolves when no snapshot is being made any more; `null` = none is. Those of tools that wait for their time are none of them. */
  get preparing(): Promise<void> | null {
    return this.#preparing;
  }

  add(request: CaptureRequest): void {
    const last = this.#waiting.at(-1);
    if (last && !(last.answerId && request.answerId)) this.#waiting[this.#waiting.length - 1] = joined(last, request);
    else this.#waiting.push(request);
    if (request.kind === 'tools') this.#toolsTimer ??= setTimeout(() => this.#begin(), TOOLS_WAIT_MS);
    else this.#begin();
  }

  /** Resolves when what is being made or has been made is stored; `null` = it is. */
  get unstored(): Promise<void> | null {
    return this.#preparing || this.#unwritten > 0 ? this.#untilStored() : null;
  }

  /** Makes and stores at once whatever waits. Resolves when all is stored. */
  async flush(): Promise<void> {
    this.#begin();
    await this.#untilStored();
  }

  async #untilStored(): Promise<void> {
    while (this.#preparing || this.#unwritten > 0) await (this.#preparing ?? this.#written);
  }

  #begin(): void {
    if (this.#toolsTimer) clearTimeout(this.#toolsTimer);
    this.#toolsTimer = null;
    if (this.#waiting.length > 0) this.#preparing ??= this.#prepare();
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
}

function joined(before: CaptureRequest, now: CaptureRequest): CaptureRequest {
  const kind = RANK[before.kind] > RANK[now.kind] ? before.kind : now.kind;
  return { state: now.state, kind, answerId: before.answerId ?? now.answerId };
}
