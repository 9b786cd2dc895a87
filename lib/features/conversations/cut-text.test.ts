import { describe, expect, it } from 'vitest';
import { cutText } from './cut-text';

const cut = (text: string, longest: number) => cutText(text, text.length, longest);

describe('the beginning of a text', () => {
  it('is all of it when it is short enough', () => {
    expect(cut('one\n\ntwo', 8)).toEqual({ text: 'one\n\ntwo', cutFrom: null });
  });

  it('ends with a whole paragraph, else a whole line, else a whole word', () => {
    expect(cut('one two\n\nthree\nfour five', 12)).toEqual({ text: 'one two', cutFrom: 24 });
    expect(cut('one two\nthree four', 10).text).toBe('one two');
    expect(cut('one two three', 10).text).toBe('one two');
  });

  it('is never almost nothing, and never ends within a character', () => {
    expect(cut(`a\n\n${'b'.repeat(50)}`, 20).text).toHaveLength(20);
    expect(cut('😀'.repeat(10), 7).text).toBe('😀😀😀');
  });

  it('is told when the rest is not known here', () => {
    expect(cutText('abc', 500, 3)).toEqual({ text: 'abc', cutFrom: 500 });
  });
});
