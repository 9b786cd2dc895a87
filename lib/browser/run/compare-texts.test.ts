import { expect, test } from 'vitest';
import { compareTexts } from './compare-texts';

const text = (parts: { value: string }[]) => parts.map((part) => part.value).join('');

test('a changed word is shown inside its sentence', () => {
  const { by, parts } = compareTexts('The plan has three stages.', 'The plan has four stages.');
  expect(by).toBe('words');
  expect(parts.filter((part) => part.removed).map((part) => part.value)).toEqual(['three']);
  expect(parts.filter((part) => part.added).map((part) => part.value)).toEqual(['four']);
});

test('texts with little in common are compared line by line', () => {
  const before = 'Keep the ratchet, but give it stages.\nIt has no end.';
  const after = 'Move in three steps, each of which can stop.\nIt has no end.';
  const { by, parts } = compareTexts(before, after);
  expect(by).toBe('lines');
  expect(text(parts.filter((part) => !part.added))).toBe(before);
  expect(text(parts.filter((part) => !part.removed))).toBe(after);
  expect(parts.find((part) => !part.added && !part.removed)?.value).toBe('It has no end.');
});

test('code is compared line by line, however similar', () => {
  expect(compareTexts('```\na = 1\n```', '```\na = 2\n```').by).toBe('lines');
});

test('a line that is the same is the same at the end of a text too', () => {
  const line = 'The text gives: Rooms 1,800 EUR.';
  const { by, parts } = compareTexts(
    `Nothing of this stays here.\n${line}`,
    `${line}\nIt all changed, with other words.`,
  );
  expect(by).toBe('lines');
  expect(parts.find((part) => !part.added && !part.removed)?.value.trim()).toBe(line);
});
