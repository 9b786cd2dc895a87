import { randomInt } from 'node:crypto';
import type { ClaimedRun } from '@/db/queries/run-log/claimed-run';
import type { RunFailed, RunResumed, RunStarted } from '@/lib/protocol/event';
import { resumableCalls } from '@/lib/protocol/resumable-calls';
import type { RunState } from '@/lib/protocol/state';
import { allSlots } from '@/lib/protocol/update-slot';
import type { EngineDeps } from '../engine-deps';
import { learnedRates } from '../run/learned-rates';
import type { Turn } from '../run/load-run';
import { callFailure } from './call-failure';

/** What a driver writes first: the beginning, or that the run goes on (P22). A team that is not valid any more fails the run. */
export async function firstEvent(
  run: ClaimedRun,
  deps: Pick<EngineDeps, 'db' | 'resolveTeam'>,
  state: RunState,
  { input, attachments }: Pick<Turn, 'input' | 'attachments'>,
): Promise<RunStarted | RunResumed | RunFailed> {
  if (state.seq > 0) {
    const resumed = resumableCalls(state);
    const inFlight = allSlots(state).flatMap(({ call }) => (call ? [call.callId] : []));
    return { type: 'run.resumed', abandonedCalls: inFlight.filter((callId) => !resumed.includes(callId)) };
  }
  try {
    const said = { input, ...(attachments.length > 0 && { attachments }) };
    const team = await deps.resolveTeam(run);
    const reliability = await learnedRates(deps.db, run, team, input);
    const known = Object.keys(reliability).length > 0 && { reliability };
    return { type: 'run.started', team, ...said, ...known, seed: randomInt(2 ** 31) };
  } catch (error) {
    const failure = callFailure(error);
    if (!failure) throw error;
    return { type: 'run.failed', error: failure.error };
  }
}
