import type { RunState } from '../state';
import type { JudgeDecided } from './decision-event';
import { judgeSlot } from './helpers';
import { isUpToDate } from './view-of';

/** What the judge's verdicts in both orders come to, where the log does not say so yet (P29). */
export function newVerdict(state: RunState): JudgeDecided[] {
  const judge = state.team?.coordination.judge;
  const { decision } = state;
  if (!judge || !decision || decision.judged || state.phase === 'presenting') return [];
  const slot = judgeSlot(judge);
  const [first, second] = decision.verdicts.filter(({ askedAt }) => isUpToDate(state, slot, askedAt));
  if (!first || !second) return [];
  return [{ type: 'judge.decided', slot, answerId: first.answerId === second.answerId ? first.answerId : null }];
}
