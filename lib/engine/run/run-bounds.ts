import type { ActiveCall, CallHost } from '../call/active-call';
import { timeoutError } from '../call/call-failure';
import { turnTimeLeft } from './turn-time-left';

type BoundedRun = Pick<CallHost, 'state' | 'append' | 'conclude'>;

/** Longer than any timer of Node; such a bound is looked at again then. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** The bounds that are times (P16): one timer a run, set to the next moment at which one of them can be reached. */
export class RunBounds {
  readonly #run: BoundedRun;
  readonly #calls: ReadonlyMap<string, ActiveCall>;
  #timer: NodeJS.Timeout | null = null;
  #dueAt = Number.POSITIVE_INFINITY;

  constructor(run: BoundedRun, calls: ReadonlyMap<string, ActiveCall>) {
    this.#run = run;
    this.#calls = calls;
  }

  /** To be called whenever calls begin or end and when a bound has been hit. */
  arm(): void {
    const dueAt = this.#nextDue();
    if (this.#timer && dueAt >= this.#dueAt) return;
    this.#set(dueAt);
  }

  clear(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #set(dueAt: number): void {
    this.clear();
    this.#dueAt = dueAt;
    if (dueAt === Number.POSITIVE_INFINITY) return;
    this.#timer = setTimeout(
      () => {
        this.#timer = null;
        this.#check();
      },
      Math.min(MAX_TIMER_MS, Math.max(0, dueAt - performance.now()) + 1),
    );
  }

  #check(): void {
    const now = performance.now();
    for (const call of [...this.#calls.values()]) {
      const limits = this.#run.state.team?.limits;
      if (!limits) break;
      if (call.pausedAt !== null) continue;
      if (now >= call.startedAt + limits.callSeconds * 1_000) this.#endCall(call, 'callSeconds');
      else if (now >= call.lastActivityAt + limits.idleSeconds * 1_000) this.#endCall(call, 'idleSeconds');
    }
    if (now >= this.#turnDue()) this.#run.append({ type: 'bound.hit', bound: 'turnSeconds' });
    this.#set(this.#nextDue());
  }

  /** The slot may try again (P15). */
  #endCall(call: ActiveCall, bound: 'callSeconds' | 'idleSeconds'): void {
    const { slot, callId } = call;
    if (this.#calls.has(callId)) this.#run.append({ type: 'bound.hit', slot, callId, bound });
    const error = timeoutError(bound, this.#run.state.team?.limits[bound]);
    this.#run.conclude(call, { type: 'agent.failed', slot, callId, error, retryable: true });
  }

  #nextDue(): number {
    const limits = this.#run.state.team?.limits;
    if (!limits || this.#run.state.phase === 'over') return Number.POSITIVE_INFINITY;
    let due = this.#turnDue();
    for (const call of this.#calls.values()) {
      if (call.pausedAt !== null) continue;
      due = Math.min(
        due,
        call.startedAt + limits.callSeconds * 1_000,
        call.lastActivityAt + limits.idleSeconds * 1_000,
      );
    }
    return due;
  }

  /** When the turn's bound is next hit. */
  #turnDue(): number {
    return performance.now() + turnTimeLeft(this.#run.state);
  }
}
