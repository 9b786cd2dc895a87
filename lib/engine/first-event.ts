import { randomInt } from 'node:crypto';
import type { ClaimedRun } from '@/db/queries/run-log/claimed-run';
import type { RunFailed, RunResumed, RunStarted } from '@/lib/protocol/event';
import type { RunState } from '@/lib/protocol/state';
import { callFailure } from './call-failure';
import type { EngineDeps } from './engine-deps';
import type { Turn } from './load-run';

/** What a driver writes first: the beginning, or that the run goes on (P22). A team that is not valid any more fails the run. */
export async function firstEvent(
  run: ClaimedRun,
  deps: Pick<EngineDeps, 'resolveTeam'>,
  state: RunState,
  { input, attachments }: Pick<Turn, 'input' | 'attachments'>,
): Promise<RunStarted | RunResumed | RunFailed> {
  if (state.seq > 0) {
    return { type: 'run.resumed', abandonedCalls: state.slots.flatMap(({ call }) => (call ? [call.callId] : [])) };
  }
  try {
    const said = { input, ...(attachments.length > 0 && { attachments }) };
    return { type: 'run.started', team: await deps.resolveTeam(run), ...said, seed: randomInt(2 ** 31) };
  } catch (error) {
    const failure = callFailure(error);
    if (!failure) throw error;
    return { type: 'run.failed', error: failure.error };
  }
}
