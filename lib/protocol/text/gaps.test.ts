import { expect, it } from 'vitest';
import { fillGaps, gapsIn } from './gaps';

it('finds each gap once, in its order', () => {
  expect(gapsIn('{{b}} {{ a }} {{b}} {{}} { {c}} {{Größe 2}}')).toEqual(['b', 'a', 'Größe 2']);
});

it('fills gaps in wherever they stand, and reads nothing twice', () => {
  expect(fillGaps('{{a}}-{{ a }}-{{b}}', { a: '$& {{b}}' })).toBe('$& {{b}}-$& {{b}}-{{b}}');
  expect(fillGaps('{{toString}}', {})).toBe('{{toString}}');
});
