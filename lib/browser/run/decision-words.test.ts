import { expect, it } from 'vitest';
import { ruleSentence, winWords } from './decision-words';

const winner = (rule: string, tally: Record<string, number>) => winWords({ answerId: 'A.1', rule, tally });

it('says a count where it decided, and how a tie was broken where it did not', () => {
  expect(winner('plurality', { 'A.1': 2, 'B.1': 1 })).toBe('2 of 3 votes');
  expect(winner('plurality, run-off', { 'A.1': 2, 'B.1': 1 })).toBe('2 of 3 votes');
  expect(winner('plurality, run-off, earliest', { 'A.1': 1, 'B.1': 1, 'C.1': 1 })).toBe('a tie, as the earliest');
  expect(winner('borda, run-off, fewest versions', { 'A.1': 4, 'B.1': 4 })).toBe('a tie, by the fewest revisions');
  expect(winner('no votes, earliest', {})).toBe('');
  expect(winner('human', { 'A.1': 1 })).toBe('chosen by a person');
});

it('says the rule in a sentence, never in the words of the log', () => {
  expect(ruleSentence('plurality')).toBe('The answer with the most votes wins.');
  expect(ruleSentence('plurality, run-off, earliest')).toBe(
    'The answer with the most votes wins. In a tie the earliest answer wins.',
  );
  expect(ruleSentence('weighted, run-off')).toBe('Each vote counts with its agent’s weight. The highest total wins.');
  expect(ruleSentence('only answer')).toBe('There was only one answer.');
  expect(ruleSentence('no votes, earliest')).toBe('Nobody voted. In a tie the earliest answer wins.');
  expect(ruleSentence('something else')).toBe('Decided by the rule “something else”.');
});
