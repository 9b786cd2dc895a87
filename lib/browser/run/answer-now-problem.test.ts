import { expect, it } from 'vitest';
import { answerNowProblem } from './answer-now-problem';

it('can be asked for while the agents work, also before anything is published', () => {
  expect(answerNowProblem('running', 'coordinating', false)).toBeNull();
  expect(answerNowProblem('running', 'runoff', false)).toBeNull();
});

it.each([
  ['queued', 'coordinating', false, /not started/],
  ['running', 'presenting', false, /being written/],
  ['running', 'coordinating', true, /on its way/],
  ['finished', 'over', false, /over/],
] as const)('says why it cannot: %s, %s, asked %s', (status, phase, isAsked, reason) => {
  expect(answerNowProblem(status, phase, isAsked)).toMatch(reason);
});
