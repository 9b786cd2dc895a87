import { backOffMs } from '../back-off';
import type { Command } from '../command';
import { judgeSlot } from '../decision/helpers';
import { isUpToDate } from '../decision/view-of';
import { initialSlot } from '../initial-state';
import { random } from '../random';
import type { RunState } from '../state';
import type { AnswerId } from '../team';
import { slotOf } from '../update-slot';
import { currentAnswers } from './current-answers';

/** Under the vote rule `judge`: what it is still to be asked, `[]` while it is at work, `null` when it has said all it can (P9). */
export function askJudge(state: RunState): Command[] | null {
  const { judge, voteRule } = state.team?.coordination ?? {};
  const order = orderOfLines(state);
  if (!judge || voteRule !== 'judge' || order.length < 2) return null;
  const name = judgeSlot(judge);
  const slot = slotOf(state, name) ?? initialSlot(name);
  const given = (state.decision?.verdicts ?? []).filter(({ askedAt }) => isUpToDate(state, name, askedAt));
  const isGone = slot.out !== null || (!slot.call && slot.calls >= (state.team?.limits.callsPerAgent ?? 0));
  if (given.length > 1 || isGone) return null;
  if (slot.call) return [];
  const lines = given.length === 0 ? order : order.toReversed();
  return [{ type: 'startCall', slot: name, phase: 'judge', lines, afterMs: backOffMs(state, slot) }];
}

/** What the judge decided of the answers as they stand; `null` = nothing, or it was not asked. */
export function judgedAnswer(state: RunState): AnswerId | null {
  const { judge, voteRule } = state.team?.coordination ?? {};
  const { judged } = state.decision ?? {};
  if (!judge || voteRule !== 'judge' || !judged || !isUpToDate(state, judgeSlot(judge), judged.seq)) return null;
  return judged.answerId;
}

function orderOfLines(state: RunState): AnswerId[] {
  const next = random(state.seed, 'judge');
  return currentAnswers(state)
    .map(({ answerId }) => ({ answerId, rank: next() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ answerId }) => answerId);
}
