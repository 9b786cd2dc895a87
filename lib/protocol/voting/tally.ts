import type { RunState } from '../state';
import type { AnswerId } from '../team';
import { validVotes } from './valid-votes';

/** What each answer has: valid votes only, weighted by the voter under `weighted` (P9). `{}` if none. */
export function tally(state: RunState): Record<AnswerId, number> {
  const weighted = state.team?.coordination.voteRule === 'weighted';
  const counts: Record<AnswerId, number> = {};
  for (const vote of validVotes(state)) {
    if (vote.answerId === null) continue;
    const weight = weighted ? (state.team?.agents.find((agent) => agent.slot === vote.slot)?.weight ?? 1) : 1;
    counts[vote.answerId] = (counts[vote.answerId] ?? 0) + weight;
  }
  return counts;
}
