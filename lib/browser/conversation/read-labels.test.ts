import { expect, it } from 'vitest';
import { readLabels, tooLongLabel } from './read-labels';

it('reads labels between commas of any script, each once', () => {
  expect(readLabels(' work, home，work、 ,later ')).toEqual(['work', 'home', 'later']);
});

it('names a label that is too long', () => {
  expect(tooLongLabel(`work, ${'x'.repeat(50)}`)).toBeNull();
  const label = 'x'.repeat(60);
  expect(tooLongLabel(`work, ${label}`)).toEqual({ label, length: 60, longest: 50 });
});
