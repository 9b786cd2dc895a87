import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deltaOf } from '../streamed-text';
import { isPlainDelta } from './is-plain-delta';

const STAMP = { seq: 7, at: '2026-01-01T00:00:00.000Z', runId: 'r' };
const KINDS = ['text', 'reasoning', 'final'] as const;
const lineOf = (text: string, more: object = {}, kind: (typeof KINDS)[number] = 'text') =>
  JSON.stringify({ ...STAMP, ...deltaOf({ slot: 'A', callId: 'c', kind, text }), ...more });

describe('a line of the log', () => {
  it.each(KINDS)('is known by its shape as a delta of %s', (kind) => {
    for (const text of ['', 'word ', 'zwei Wörter, ✓ \n', 'C:\\', '{"a":1}'.replaceAll('"', '’')]) {
      expect(isPlainDelta(lineOf(text, {}, kind)), text).toBe(true);
    }
  });

  it('is looked at closer when its text has quotation marks', () => {
    for (const text of ['"', 'He said "no".', '","key":"x', '\\"'])
      expect(isPlainDelta(lineOf(text)), text).toBe(false);
  });

  it('is never taken for a plain delta with one field more, whatever its text', () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab"\\{},:\n ✓') });
    const field = fc.constantFrom('key', 'text2', 'a"b', '');
    fc.assert(
      fc.property(text, field, fc.jsonValue(), fc.constantFrom(...KINDS), (words, name, value, kind) => {
        expect(isPlainDelta(lineOf(words, { [name]: value ?? 'x' }, kind))).toBe(false);
        const { seq: _, ...rest } = JSON.parse(lineOf(words, {}, kind));
        expect(isPlainDelta(JSON.stringify({ key: 1, ...rest }))).toBe(false);
      }),
    );
  });

  it('of another type is no delta', () => {
    expect(isPlainDelta(lineOf('x', { type: 'answer.posted' }))).toBe(false);
    expect(isPlainDelta(lineOf('x', { kind: 'secret' }))).toBe(false);
  });
});
