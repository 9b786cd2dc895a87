import { answerNowRequested } from '@/lib/protocol/decide-coordination';
import type { ActiveCall, CallHost } from './active-call';
import { pauseCall, resumeCall } from './call-clock';

/** A wait looks this often whether it is still wanted. */
const LOOK_MS = 500;
const WAIT = 'wait';

/** A call that waits, for a place or for its provider, is seen to wait; `because` = `null` when it goes on. Its own bounds stand still. */
export function showWait(host: Pick<CallHost, 'append'>, call: ActiveCall, because: string | null): void {
  const { slot } = call;
  if (because === null) resumeCall(call, WAIT);
  else pauseCall(call, WAIT);
  const state = because === null ? 'thinking' : 'queued';
  host.append({ type: 'agent.state', slot, state, ...(because === null ? {} : { because }) });
}

/** Waits until `until` (`performance.now()`), or until a person wants the answer now. The call may be interrupted meanwhile. */
export async function waitUntil(host: CallHost, call: ActiveCall, until: number, because: string): Promise<void> {
  const { signal } = call.controller;
  showWait(host, call, because);
  for (let left = until - performance.now(); left > 0; left = until - performance.now()) {
    if (signal.aborted || answerNowRequested(host.state)) break;
    await pass(Math.min(left, LOOK_MS), signal);
  }
  if (!signal.aborted) showWait(host, call, null);
}

function pass(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done, { once: true });
  });
}
