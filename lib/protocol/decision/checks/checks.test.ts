import { describe, expect, test } from 'vitest';
import { finalValue } from '../equal/final-value';
import type { NumberCheck } from './check';
import { checkNumber } from './check-number';
import { jsonIn } from './json-in';

const check = (value: number, more: Partial<NumberCheck> = {}): NumberCheck => ({
  kind: 'number',
  value,
  tolerance: 0,
  unit: null,
  ...more,
});

describe('P32: a number', () => {
  test.each([
    ['Final answer: 9,720 kWh', check(9720), 'pass'],
    ['Final answer: 9,720 kWh', check(9720, { unit: 'kWh' }), 'pass'],
    ['Final answer: 9.72 MWh', check(9720, { unit: 'kWh' }), 'pass'],
    ['Final answer: 9,270 kWh', check(9720, { unit: 'kWh' }), 'fail'],
    ['Final answer: 9,719.6 kWh', check(9720, { unit: 'kWh', tolerance: 0.5 }), 'pass'],
    ['Final answer: 9,719.4 kWh', check(9720, { unit: 'kWh', tolerance: 0.5 }), 'fail'],
    ['0.1', check(0.1), 'pass'],
    ['So it is \\boxed{-3}', check(-3), 'pass'],
    ['seven', check(7), 'pass'],
    ['3 apples', check(3, { unit: 'apples' }), 'pass'],
    ['Final answer: 3 kg', check(3, { unit: 'kWh' }), 'none'],
    ['Final answer: 9.720', check(9.72), 'none'],
    ['It depends.', check(1), 'none'],
    ['I cannot say; 1, 2 or 3.', check(1), 'none'],
  ])('“%s” against %j: %s', (answer, wanted, outcome) => {
    expect(checkNumber(answer, wanted).outcome).toBe(outcome);
  });
});

test.each([
  ['{"a": 1}', { a: 1 }],
  ['3', 3],
  ['Here it is:\n```json\n{"a": 1}\n```\nThat is all.', { a: 1 }],
  ['~~~\n[1]\n~~~', [1]],
  ['```json\n{"a": 1}\n```\nor\n```json\n{"a": 2}\n```', undefined],
  ['{"a": 1', undefined],
  ['The answer is {"a": 1}.', undefined],
  ['', undefined],
])('the JSON in %j', (answer, json) => {
  expect(jsonIn(answer)).toEqual(json);
});

test('blanks without end behind a fence are read in no time', () => {
  const begun = performance.now();
  jsonIn(`\`\`\`${' '.repeat(200_000)}x`);
  finalValue(`\`\`\`${' '.repeat(50_000)}(\`\`\``);
  expect(performance.now() - begun).toBeLessThan(1_000);
});
