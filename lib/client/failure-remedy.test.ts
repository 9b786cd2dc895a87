import { expect, it } from 'vitest';
import type { BackendErrorCode } from '../agents/backend-error';
import { failureRemedy } from './failure-remedy';

/** A code that is added must come with what to do about it. */
const CODES: Record<BackendErrorCode, true> = {
  auth: true,
  quota: true,
  rate_limited: true,
  overloaded: true,
  context_too_long: true,
  content_refused: true,
  bad_request: true,
  network: true,
  protocol: true,
  timeout: true,
};

it.each(Object.keys(CODES))('%s has a remedy and a place to go', (code) => {
  const remedy = failureRemedy(code);
  expect(remedy?.text).toMatch(/\.$/);
  expect(remedy?.link?.href).toMatch(/^\//);
});

it('promises nothing for a code that it does not know', () => {
  expect(failureRemedy('constructor')).toBeNull();
  expect(failureRemedy('something_else')).toBeNull();
});
