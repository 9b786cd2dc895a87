import { afterEach, expect, it, vi } from 'vitest';
import { env } from './env';

afterEach(() => vi.unstubAllEnvs());

it('has defaults, and takes an empty variable for an absent one', () => {
  vi.stubEnv('MASSGEN_SIGNUP', '');
  vi.stubEnv('MASSGEN_MAX_RUNS_PER_USER', '');
  expect(env()).toMatchObject({ MASSGEN_SIGNUP: 'closed', MASSGEN_MAX_RUNS_PER_USER: 5, MASSGEN_TRUSTED_ORIGINS: [] });
});

it('reads lists of origins', () => {
  vi.stubEnv('MASSGEN_TRUSTED_ORIGINS', ' http://127.0.0.1:8000/v1 , https://models.example:443');
  expect(env().MASSGEN_TRUSTED_ORIGINS).toEqual(['http://127.0.0.1:8000', 'https://models.example']);
});

it('names every variable that is wrong', () => {
  vi.stubEnv('MASSGEN_SIGNUP', 'maybe');
  vi.stubEnv('MASSGEN_MAX_RUNS_PER_USER', '0');
  vi.stubEnv('MASSGEN_TRUSTED_ORIGINS', 'localhost:x');
  expect(() => env()).toThrow(/MASSGEN_SIGNUP: .*\n.*MASSGEN_TRUSTED_ORIGINS: .*\n.*MASSGEN_MAX_RUNS_PER_USER: /);
});

it('refuses a key for automation that could be guessed, and says what to do', () => {
  vi.stubEnv('MASSGEN_ADMIN_API_KEY', 'x'.repeat(31));
  expect(() => env()).toThrow(/MASSGEN_ADMIN_API_KEY: It must have at least 32 characters\..*openssl rand -hex 32/);
  vi.stubEnv('MASSGEN_ADMIN_API_KEY', 'x'.repeat(32));
  expect(env().MASSGEN_ADMIN_API_KEY).toHaveLength(32);
});
