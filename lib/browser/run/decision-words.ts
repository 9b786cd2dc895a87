import type { WinnerFacts } from './run-facts';
import { texts } from './texts';

const RULES: Record<string, string> = texts.rules;
/** By the word with which a tie was broken. */
const TIES: Record<string, string> = texts.ties;

/** The rule that decides, in a sentence; of a tie (`plurality, run-off, earliest`) also how it was broken. */
export function ruleSentence(rule: string): string {
  const [first = ''] = rule.split(', ');
  const broken = TIES[lastWord(rule)];
  return [RULES[first] ?? texts.otherRule(first), ...(broken ? [broken] : [])].join(' ');
}

const lastWord = (rule: string) => rule.split(', ').at(-1) ?? '';

const DECIDED: Record<NonNullable<WinnerFacts['decidedBy']>, string> = texts.decidedBy;
const DECIDED_TIE: Record<string, string> = {
  'fewest versions': DECIDED['fewest versions'],
  earliest: DECIDED.earliest,
};

/** How an answer won: `3 of 4 votes`, `a tie, as the earliest`, `by agreement`, `chosen by a person`; empty when nothing was counted. */
export function winWords(winner: WinnerFacts): string {
  if (winner.rule === 'human') return texts.chosenByPerson;
  if (winner.decidedBy) return DECIDED[winner.decidedBy];
  if (winner.rule === 'judge') return texts.decidedBy.judge;
  const all = Object.values(winner.tally).reduce((sum, votes) => sum + votes, 0);
  const own = winner.tally[winner.answerId] ?? 0;
  if (all === 0) return '';
  const broken = DECIDED_TIE[lastWord(winner.rule)];
  if (broken) return broken;
  if (winner.rule.startsWith('borda')) return texts.points(own, all);
  return winner.rule === 'weighted' ? texts.weightedVotes(own, all) : texts.votes(own, all);
}
