import { expect, test } from 'vitest';
import { cutText } from './cut-text';

test.each([
  ['short', 10, 'short'],
  ['exactly', 7, 'exactly'],
  ['cut here', 3, 'cut'],
  ['ab😀cd', 3, 'ab'],
  ['ab👩‍👩‍👧cd', 6, 'ab'],
  ['ab👩‍👩‍👧cd', 10, 'ab👩‍👩‍👧'],
  ['🇩🇪🇫🇷', 6, '🇩🇪'],
  ['cafe\u0301s', 4, 'caf'],
  ['नमस्ते', 3, 'नम'],
  ['각각'.normalize('NFD'), 4, '각'.normalize('NFD')],
  ['漢字', 1, '漢'],
])('%j to at most %i is %j', (text, most, cut) => {
  expect(cutText(text, most)).toBe(cut);
});

test('a pile of marks is still cut', () => {
  expect(cutText(`a${'\u0301'.repeat(500)}`, 100)).toHaveLength(100);
});
