import type { RunState, Vote } from '../state';
import type { AnswerId, VoteRule } from '../team';
import { currentAnswers } from './current-answers';
import { validVotes } from './valid-votes';

/**
 * What each answer has by the votes that count (P9): one a vote, its voter's weight under `weighted`, under `borda` a point for every current
 * answer that the voter ranks below it. `{}` if there is none.
 */
export function tally(state: RunState): Record<AnswerId, number> {
  const rule = state.team?.coordination.voteRule ?? 'plurality';
  const counts: Record<AnswerId, number> = {};
  for (const vote of validVotes(state)) {
    for (const [answerId, points] of pointsOf(state, rule, vote)) counts[answerId] = (counts[answerId] ?? 0) + points;
  }
  return counts;
}

function pointsOf(state: RunState, rule: VoteRule, { slot, answerId, ranking }: Vote): [AnswerId, number][] {
  if (answerId === null) return [];
  if (rule === 'borda') {
    // Who is not ranked stands below all who are.
    const best = Math.max(1, currentAnswers(state).length - 1);
    return (ranking ?? [answerId]).map((id, place) => [id, Math.max(0, best - place)]);
  }
  if (rule !== 'weighted') return [[answerId, 1]];
  return [[answerId, state.team?.agents.find((agent) => agent.slot === slot)?.weight ?? 1]];
}
