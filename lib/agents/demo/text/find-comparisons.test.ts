import { describe, expect, it } from 'vitest';
import { findComparisons } from './find-comparisons';

describe('findComparisons', () => {
  it.each([
    ['Which is larger, 12*7 or 90?', '90 is larger than 12 × 7 = 84'],
    ['Which is smaller: 12 * 7 or 90?', '12 × 7 = 84 is smaller than 90'],
    ['which number is bigger 1,000 or 999.5', '1,000 is larger than 999.5'],
    ['What is the smallest of 3, 2^2 and -5?', 'The smallest is -5, before 3, 2^2 = 4'],
    ['And which of 3, 17 and 8 is the smallest?', 'The smallest is 3, before 8, 17'],
    ['Which of 12*7 or 90 is larger?', '90 is larger than 12 × 7 = 84'],
    ['What one of 0.5, 0.75 is the greatest?', '0.75 is larger than 0.5'],
    ['Which is greater, 12 times 7 or 7 times 12?', '12 × 7 = 84 and 7 × 12 = 84 are equal'],
    ['Is 12*7 larger than 90?', 'No: 12 × 7 = 84 is smaller than 90'],
    ['Is 15% of 240 less than 40?', 'Yes: 15% × 240 = 36 is smaller than 40'],
    ['Is 0.1 + 0.2 equal to 0.3?', 'Yes: 0.1 + 0.2 = 0.3 and 0.3 are equal'],
    ['12*7 < 90?', 'Yes: 12 × 7 = 84 is smaller than 90'],
    ['Is 2^10 >= 1,024?', 'Yes: 2^10 = 1,024 and 1,024 are equal'],
    ['Which is larger, 12*7 or 90, and why is the sky blue?', '90 is larger than 12 × 7 = 84'],
  ])('%s', (question, answer) => expect(findComparisons(question)).toEqual([answer]));

  it.each([
    'Why is the sky blue?',
    'Is Graz larger than Vienna?',
    'Which is larger, a whale or 3 elephants?',
    'I need more details: 3 or 4',
    'What is 12*7?',
    'Which is larger, 1/0 or 3?',
    'x = 3',
    'which larger '.repeat(5_000),
    'which of 1 '.repeat(5_000),
    'Which of 3 cities is the largest?',
  ])('finds nothing to compare in “%s”', (question) => expect(findComparisons(question)).toEqual([]));
});
