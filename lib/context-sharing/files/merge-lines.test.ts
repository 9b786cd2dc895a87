import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mergeLines } from './merge-lines';

const merge = (base: string, one: string, two: string) => mergeLines([...base], [...one], [...two])?.join('') ?? null;

it.each([
  ['abcdef', 'Abcdef', 'abcdeF', 'AbcdeF'],
  ['abcdef', 'abcdef', 'abxdef', 'abxdef'],
  ['abcdef', 'abxdef', 'abxdef', 'abxdef'],
  ['abcdef', 'bcdef', 'abcdefg', 'bcdefg'],
  ['abcdef', 'af', 'abcdefxy', 'afxy'],
  ['abcdef', 'abcdef', '', ''],
  ['abcdef', 'abXcdeYf', 'Zabcdef', 'ZabXcdeYf'],
  ['', 'same', 'same', 'same'],
])('%j → %j and %j are %j', (base, one, two, merged) => {
  expect(merge(base, one, two)).toBe(merged);
  expect(merge(base, two, one)).toBe(merged);
});

it.each([
  ['abcdef', 'abXdef', 'abYdef'],
  ['abcdef', 'abXdef', 'abdef'],
  ['abcdef', 'abXcdef', 'abYcdef'],
  // Right beside each other.
  ['abcdef', 'aXcdef', 'abYdef'],
  ['abcdef', 'aXXf', 'abcYYf'],
  ['', 'one', 'two'],
])('%j → %j and %j cannot be merged', (base, one, two) => {
  expect(merge(base, one, two)).toBeNull();
  expect(merge(base, two, one)).toBeNull();
});

const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 });

it('what one side alone did is the result, whichever side it is', () => {
  fc.assert(
    fc.property(text, text, (base, one) => {
      expect(mergeLines(base, one, base)).toEqual(one);
      expect(mergeLines(base, base, one)).toEqual(one);
      expect(mergeLines(base, one, one)).toEqual(one);
    }),
  );
});

it('does not depend on the order of the sides', () => {
  fc.assert(
    fc.property(text, text, text, (base, one, two) => {
      expect(mergeLines(base, one, two)).toEqual(mergeLines(base, two, one));
    }),
  );
});

it('what is done in different parts is all there', () => {
  fc.assert(
    fc.property(text, text, text, text, (head, tail, newHead, newTail) => {
      const middle = ['1', '2', '3'];
      const merged = mergeLines(
        [...head, ...middle, ...tail],
        [...newHead, ...middle, ...tail],
        [...head, ...middle, ...newTail],
      );
      expect(merged).toEqual([...newHead, ...middle, ...newTail]);
    }),
  );
});
