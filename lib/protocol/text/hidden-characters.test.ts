import { expect, test } from 'vitest';
import { showHidden, splitHidden } from './hidden-characters';

const shown = (text: string, isCode: boolean) =>
  splitHidden(text, isCode)
    .map((piece) => (typeof piece === 'string' ? piece : `<${piece.code}>`))
    .join('');

test.each([
  ['access\u202e\u2066// admin\u2069\u2066', 'access<U+202E><U+2066>// admin<U+2069><U+2066>'],
  ['pay\u200bpal', 'pay<U+200B>pal'],
  ['a\u001b[31mb', 'a<U+001B>[31mb'],
  ['say\u{e0068}\u{e0069}', 'say<U+E0068><U+E0069>'],
  ['plain text\twith\r\nlines', 'plain text\twith\r\nlines'],
])('in any text: %j', (text, visible) => {
  expect(shown(text, false)).toBe(visible);
  expect(shown(text, true)).toBe(visible);
});

test.each([
  ['می\u200cخواهم', 'a joiner that Persian needs'],
  ['👩\u200d👩\u200d👧', 'a family'],
  ['🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}', 'the flag of Scotland'],
  ['क्\u200dष', 'a joiner that Hindi needs'],
  ['\u200fשלום (a)\u200e', 'marks of direction in prose'],
  ['ไทย\u200bภาษา', 'a place to break a line in Thai'],
])('%j stays: %s', (text) => expect(shown(text, false)).toBe(text));

test('in code also marks, fillers and joiners beside Latin letters', () => {
  expect(shown('a\u200eb \u3164 x\u200dy \u00ad', true)).toBe('a<U+200E>b <U+3164> x<U+200D>y <U+00AD>');
});

test('as one string', () => expect(showHidden('a\u202eb')).toBe('a[U+202E]b'));
