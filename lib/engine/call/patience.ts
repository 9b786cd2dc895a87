import { BackendError } from '@/lib/agents/backend-error';

/** What a call has waited for its provider so far, since something last came. */
export interface Waited {
  times: number;
  ms: number;
}

const FIRST_MS = { rate_limited: 2_000, overloaded: 1_000 };
const LEAST_TOLD_MS = 1_000;
const LONGEST_MS = 30_000;
/** A busy server is waited for so long; a limit as long as the turn has time. */
const OVERLOADED_MS = 180_000;
/** So that whoever waits on the same key does not come back in the same instant. */
const SPREAD_MS = 2_000;
const BUSY =
  /overloaded|at capacity|over capacity|unavailable|loading|too busy|server is busy|high demand|try again later/i;
const BUSY_STATUS: ReadonlySet<number | null | undefined> = new Set([503, 529]);

/**
 * Milliseconds to wait before the same request is sent again (P15); `null` = it is a failure: of another kind, or there is no time left.
 * Throws a failure for good where the provider wants a longer pause than the turn has.
 * @param left what the turn has left, in milliseconds
 * @param spread from 0 to 1
 */
export function pauseFor(error: unknown, waited: Waited, left: number, spread = Math.random()): number | null {
  if (!(error instanceof BackendError) || !isWait(error)) return null;
  const { retryAfterMs } = error;
  if (retryAfterMs !== null && retryAfterMs > left) {
    const asked = `It wants to be left alone for ${inWords(retryAfterMs)}, longer than this turn has time.`;
    throw new BackendError(error.code, `${error.message} ${asked}`, { retryAfterMs, cause: error, isFinal: true });
  }
  const growing = Math.min(LONGEST_MS, FIRST_MS[error.code] * 2 ** waited.times);
  // A figure is believed; where it turns out too short, it grows. One of no length says nothing, once it did not help.
  const isTold = retryAfterMs !== null && (waited.times === 0 || retryAfterMs >= LEAST_TOLD_MS);
  const pause = isTold ? Math.max(retryAfterMs, waited.times > 1 ? growing / 4 : 0) : growing;
  const ms = Math.round(pause + spread * Math.min(SPREAD_MS, pause / 4));
  if (ms > left || (error.code === 'overloaded' && waited.ms + ms > OVERLOADED_MS)) return null;
  return ms;
}

function isWait(error: BackendError): error is BackendError & { code: 'rate_limited' | 'overloaded' } {
  if (error.code === 'rate_limited') return true;
  if (error.code !== 'overloaded') return false;
  return BUSY_STATUS.has(error.refusal?.status) || BUSY.test(error.refusal?.text ?? '');
}

/** "8 s", "2 min". */
export function inWords(ms: number): string {
  return ms < 100_000 ? `${Math.max(1, Math.round(ms / 1000))} s` : `${Math.round(ms / 60_000)} min`;
}
