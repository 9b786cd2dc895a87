import { expect, it } from 'vitest';
import { detailsFrom, detailsOpen } from './details-choice';

it.each([
  ['running', true, true, true],
  ['running', false, true, false],
  ['never', true, true, false],
  ['always', false, true, true],
  ['always', false, false, false],
  ['always', true, false, true],
] as const)(
  '%s: of a run that works (%j) and is the newest (%j) the details are open: %j',
  (choice, works, latest, open) => expect(detailsOpen(choice, { works, latest })).toBe(open),
);

it('takes an unknown value as the usual one', () => {
  expect(detailsFrom(undefined)).toBe('running');
  expect(detailsFrom('loud')).toBe('running');
  expect(detailsFrom('never')).toBe('never');
});
