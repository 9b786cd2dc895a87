import { afterEach, expect, it, vi } from 'vitest';
import { instanceVariables, isInstanceOrigin } from './instance-variables';

afterEach(() => vi.unstubAllEnvs());

it.each([
  ['OPENAI_BASE_URL', '"https://api.openai.com/v1/chat/completions"', 'https://api.openai.com/v1'],
  ['ANTHROPIC_BASE_URL', ' https://api.anthropic.com/ ', 'https://api.anthropic.com'],
  ['GEMINI_BASE_URL', 'generativelanguage.googleapis.com', 'https://generativelanguage.googleapis.com/v1beta'],
  ['XAI_BASE_URL', 'https://api.x.ai', 'https://api.x.ai/v1'],
  ['ZAI_BASE_URL', 'https://api.z.ai/api/paas/v4/chat/completions', 'https://api.z.ai/api/paas/v4'],
  ['LMSTUDIO_BASE_URL', 'localhost:1234', 'http://localhost:1234/v1'],
] as const)('takes %s as people paste it: %s', (name, pasted, url) => {
  vi.stubEnv(name, pasted);
  expect(instanceVariables()[name]).toBe(url);
});

it.each(['no address', 'ftp://x.example', 'https://me:secret@x.example/v1', 'https://x.example/v1?key=1'])(
  'names the variable whose base URL cannot be one: %s',
  (pasted) => {
    vi.stubEnv('ZAI_BASE_URL', pasted);
    expect(() => instanceVariables()).toThrow(/ {2}ZAI_BASE_URL: .+ Give one such as https:/);
  },
);

it('knows the instance’s own addresses by their exact origin, and only by a variable of a provider', () => {
  vi.stubEnv('LMSTUDIO_BASE_URL', 'http://127.0.0.1:1234/v1');
  vi.stubEnv('OTHER_BASE_URL', 'http://127.0.0.1:1235/v1');
  expect(isInstanceOrigin('http://127.0.0.1:1234/other')).toBe(true);
  for (const url of ['https://127.0.0.1:1234/v1', 'http://127.0.0.1:1235/v1', 'http://127.0.0.1:12345/v1', 'x'])
    expect(isInstanceOrigin(url), url).toBe(false);
});
