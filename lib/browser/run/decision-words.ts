import type { WinnerFacts } from './run-facts';
import { texts } from './texts';

const RULES: Record<string, string> = texts.rules;

/** The rule that decides, in a sentence. */
export function ruleSentence(rule: string): string {
  return RULES[rule] ?? texts.otherRule(rule);
}

const DECIDED: Record<NonNullable<WinnerFacts['decidedBy']>, string> = texts.decidedBy;

/** How an answer won: `3 of 4 votes`, `by agreement`, `chosen by a person`; empty when nothing was counted. */
export function winWords(winner: WinnerFacts): string {
  if (winner.rule === 'human') return texts.chosenByPerson;
  if (winner.decidedBy) return DECIDED[winner.decidedBy];
  if (winner.rule === 'judge') return texts.decidedBy.judge;
  const all = Object.values(winner.tally).reduce((sum, votes) => sum + votes, 0);
  const own = winner.tally[winner.answerId] ?? 0;
  if (all === 0) return '';
  if (winner.rule.startsWith('borda')) return texts.points(own, all);
  return winner.rule === 'weighted' ? texts.weightedVotes(own, all) : texts.votes(own, all);
}
