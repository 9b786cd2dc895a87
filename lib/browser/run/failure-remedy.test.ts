import { expect, it } from 'vitest';
import type { BackendErrorCode } from '@/lib/agents/backend-error';
import { failureRemedy } from './failure-remedy';

/** A code that is added must come with what to do about it. */
const CODES: Record<BackendErrorCode, true> = {
  auth: true,
  quota: true,
  rate_limited: true,
  overloaded: true,
  context_too_long: true,
  content_refused: true,
  output_limit: true,
  bad_request: true,
  tools_unsupported: true,
  network: true,
  protocol: true,
  timeout: true,
};

it.each(Object.keys(CODES))('%s has a remedy and a place to go', (code) => {
  const remedy = failureRemedy(code);
  expect(remedy?.text).toMatch(/\.$/);
  expect(remedy?.link?.href).toMatch(/^\//);
});

it('leads from a refused key to the form for that provider’s', () => {
  expect(failureRemedy('auth', 'claude')?.link?.href).toBe('/settings/models?key=claude#provider-keys');
});

it('promises nothing for a code that it does not know', () => {
  expect(failureRemedy('constructor')).toBeNull();
  expect(failureRemedy('something_else')).toBeNull();
});
