import { describe, expect, test } from 'vitest';
import { asksForAnswer, withAnswer } from './answer-arguments';
import { atPointer, JSON_POINTER } from './at-pointer';
import type { ToolCheck } from './check';
import { readToolResult } from './read-tool-result';

const check = (passes: string | null): ToolCheck => ({
  kind: 'mcp',
  server: 'ci',
  tool: 'lint',
  arguments: { text: '$answer' },
  passes,
});
const result = (more: object = {}) => ({ text: 'Two mistakes.', isError: false, ...more });

describe('P32: what a tool says of an answer', () => {
  test.each([
    ['no error', null, {}, 'pass', 'lint'],
    ['an error of its own', null, { isError: true }, 'fail', 'Two mistakes.'],
    ['an error without a word', null, { isError: true, text: ' ' }, 'fail', 'gives an error'],
    ['that it could not be asked', null, { isError: true, isUnanswered: true as const }, 'none', 'Two mistakes.'],
    ['true', '/ok', { structured: { ok: true } }, 'pass', 'lint'],
    ['false', '/ok', { structured: { ok: false } }, 'fail', 'Two mistakes.'],
    ['something else', '/ok', { structured: { ok: 'true' } }, 'none', '“/ok”'],
    ['nothing there', '/ok', { structured: { fine: true } }, 'none', '“/ok”'],
    ['nothing that can be read', '/ok', {}, 'none', '“/ok”'],
    ['an error where a value is wanted', '/ok', { isError: true, structured: { ok: true } }, 'none', 'Two mistakes.'],
    ['true alone', '', { structured: true }, 'pass', 'lint'],
  ])('%s, read at %j', (_name, passes, more, outcome, words) => {
    expect(readToolResult(check(passes), result(more))).toEqual({ outcome, because: expect.stringContaining(words) });
  });

  test('its words are short, and nothing in them is hidden', () => {
    const text = `\u202eBad.\u{e0041}${'x'.repeat(1_000)}`;
    const { because } = readToolResult(check(null), result({ isError: true, text }));
    expect(because).toHaveLength(500);
    expect(because.slice(0, 6)).toBe('Bad.xx');
  });
});

test('the answer stands where it is to stand, and nowhere else', () => {
  const given = { text: '$answer', all: ['$answer', 'The $answer', 1, null], $answer: { deep: '$answer' } };
  const filled = { text: 'A', all: ['A', 'The $answer', 1, null], $answer: { deep: 'A' } };
  expect(withAnswer(given, 'A')).toEqual(filled);
  expect([given, filled, ['$answer'], { $answer: 1 }, null].map(asksForAnswer)).toEqual([
    true,
    false,
    true,
    false,
    false,
  ]);
});

test.each([
  ['', { a: 1 }, { a: 1 }],
  ['/a', { a: 1 }, 1],
  ['/a/1/b', { a: [0, { b: 2 }] }, 2],
  ['/a~1b/~0c', { 'a/b': { '~c': 3 } }, 3],
  ['/', { '': 4 }, 4],
  ['/~01', { '~1': 5 }, 5],
  ['/a/b', { a: null }, undefined],
  ['/toString', {}, undefined],
])('at %j', (pointer, value, found) => {
  expect(pointer).toMatch(JSON_POINTER);
  expect(atPointer(value, pointer)).toEqual(found);
});

test.each(['a', '#/a', '/a~', '/a~2', 'a/b'])('%j is no JSON Pointer', (pointer) => {
  expect(pointer).not.toMatch(JSON_POINTER);
});
