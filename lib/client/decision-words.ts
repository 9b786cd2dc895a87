import { plural } from './format';

const RULE: Record<string, string> = {
  plurality: 'The answer with the most votes wins.',
  weighted: 'Each vote counts with its agent’s weight; the highest sum wins.',
  human: 'A person decides.',
};

/** The rule that decides, in a sentence. */
export function ruleSentence(rule: string): string {
  return RULE[rule] ?? `Decided by the rule “${rule}”.`;
}

/** How an answer won: `3 of 4 votes`, `chosen by a person`; empty when nothing was counted. */
export function winWords(winner: { answerId: string; rule: string; tally: Record<string, number> }): string {
  if (winner.rule === 'human') return 'chosen by a person';
  const all = Object.values(winner.tally).reduce((sum, votes) => sum + votes, 0);
  const own = winner.tally[winner.answerId] ?? 0;
  if (all === 0) return '';
  return winner.rule === 'weighted' ? `${own} of ${all} weighted votes` : `${own} of ${plural(all, 'vote')}`;
}
