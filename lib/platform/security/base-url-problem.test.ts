import { afterEach, describe, expect, it, vi } from 'vitest';
import { baseUrlProblem } from './base-url-problem';

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('baseUrlProblem', () => {
  it.each([
    'http://127.0.0.1:8000/v1',
    'http://localhost:1234/v1',
    'http://LOCALHOST./v1',
    'http://2130706433/v1',
    'http://0x7f.1/v1',
    'http://0/v1',
    'http://[::1]:1234/v1',
    'http://[::ffff:127.0.0.1]/v1',
    'http://169.254.169.254/latest',
    'http://intranet/v1',
    'http://x.local/v1',
    'http://a.localhost/v1',
    'https://db.internal/v1',
  ])('refuses the private address %s and says how to allow it', (url) => {
    expect(baseUrlProblem(url)).toContain('MASSGEN_TRUSTED_ORIGINS');
  });

  it.each([
    'ftp://example.com',
    'file:///etc/passwd',
    'example.com',
    '',
    'https://u:p@example.com/v1',
    'https://example.com/v1?key=1',
  ])('refuses %s', (url) => expect(baseUrlProblem(url)).not.toBeNull());

  it('accepts public addresses, and private ones that an operator listed by their exact origin', () => {
    expect(baseUrlProblem('https://api.openai.com/v1')).toBeNull();
    vi.stubEnv('MASSGEN_TRUSTED_ORIGINS', 'http://127.0.0.1:8000');
    expect(baseUrlProblem('http://127.0.0.1:8000/v1')).toBeNull();
    expect(baseUrlProblem('http://127.0.0.1:8001/v1')).not.toBeNull();
    expect(baseUrlProblem('https://127.0.0.1:8000/v1')).not.toBeNull();
  });
});
