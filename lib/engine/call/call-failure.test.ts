import { expect, test } from 'vitest';
import { BackendError } from '@/lib/agents/backend-error';
import { AppError } from '@/lib/platform/errors/app-error';
import { callFailure } from './call-failure';

test.each([
  ['rate_limited', true],
  ['overloaded', true],
  ['network', true],
  ['protocol', true],
  ['timeout', true],
  ['auth', false],
  ['quota', false],
  ['context_too_long', false],
  ['content_refused', false],
  ['bad_request', false],
] as const)('P15: after %s another try can help: %s', (code, retryable) => {
  expect(callFailure(new BackendError(code, 'Why.'))).toEqual({ error: { code, message: 'Why.' }, retryable });
  expect(callFailure(new BackendError(code, 'Why.', { retryAfterMs: 900 }))).toMatchObject({ retryAfterMs: 900 });
});

test('P15: a key that cannot be read is not tried again, what nobody expected is not told', () => {
  expect(callFailure(new AppError('invalid', 'The key cannot be read.'))).toEqual({
    error: { code: 'invalid', message: 'The key cannot be read.' },
    retryable: false,
  });
  expect(callFailure(new AppError('internal', 'Secret detail.'))).toBeNull();
  expect(callFailure(new Error('Secret detail.'))).toBeNull();
});
