import { COORDINATION_SHARE } from '@/lib/protocol/constants';
import type { BoundName } from '@/lib/protocol/event';
import type { RunState } from '@/lib/protocol/state';

/** Milliseconds until the turn's bound is hit next, counted from the start in the log so that a crash gives no extra time (P16). */
export function turnTimeLeft({ startedAt, team, boundsHit, waiting }: RunState): number {
  if (!startedAt || !team) return Number.POSITIVE_INFINITY;
  const hits = boundsHit.filter(({ bound }) => bound === ('turnSeconds' satisfies BoundName)).length;
  if (hits > 1) return Number.POSITIVE_INFINITY;
  const share = hits === 0 ? COORDINATION_SHARE : 1;
  // While every slot at work waits for a person, the clock stands still.
  const waited = (waiting?.ms ?? 0) + (waiting?.since ? Date.now() - Date.parse(waiting.since) : 0);
  return Date.parse(startedAt) + team.limits.turnSeconds * 1_000 * share + waited - Date.now();
}
