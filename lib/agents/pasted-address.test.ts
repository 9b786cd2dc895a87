import { describe, expect, it } from 'vitest';
import { pastedAddress } from './pasted-address';

describe('pastedAddress', () => {
  it.each([
    ['openai_compatible', 'http://127.0.0.1:8000/v1', 'http://127.0.0.1:8000/v1'],
    ['openai_compatible', '  http://127.0.0.1:8000/v1/ ', 'http://127.0.0.1:8000/v1'],
    ['openai_compatible', '"https://api.mistral.ai/v1"', 'https://api.mistral.ai/v1'],
    ['openai_compatible', '<https://openrouter.ai/api/v1>', 'https://openrouter.ai/api/v1'],
    ['openai_compatible', 'https://api.groq.com/openai/v1/chat/completions', 'https://api.groq.com/openai/v1'],
    ['openai_compatible', 'http://localhost:8080/v1/models', 'http://localhost:8080/v1'],
    ['openai_compatible', 'localhost:11434', 'http://localhost:11434/v1'],
    ['openai_compatible', '192.168.0.7:8000/v1', 'http://192.168.0.7:8000/v1'],
    ['openai_compatible', 'http://[::1]:8080', 'http://[::1]:8080/v1'],
    ['openai_compatible', 'api.deepseek.com', 'https://api.deepseek.com/v1'],
    ['openai_compatible', 'https://api.perplexity.ai', 'https://api.perplexity.ai'],
    ['openai_compatible', 'https://api.perplexity.ai/chat/completions', 'https://api.perplexity.ai'],
    ['openai_compatible', 'http://gpu-box:8000', 'http://gpu-box:8000/v1'],
    ['openai_compatible', 'https://x.openai.azure.com/openai/v1/', 'https://x.openai.azure.com/openai/v1'],
    ['lmstudio', 'http://127.0.0.1:1234', 'http://127.0.0.1:1234/v1'],
    ['openai', 'https://api.openai.com/v1/responses', 'https://api.openai.com/v1'],
    ['openai', 'https://api.openai.com', 'https://api.openai.com/v1'],
    ['grok', 'https://api.x.ai/', 'https://api.x.ai/v1'],
    ['claude', 'https://api.anthropic.com/v1/messages', 'https://api.anthropic.com/v1'],
    ['claude', 'https://api.anthropic.com', 'https://api.anthropic.com'],
    ['claude_code', 'https://api.z.ai/api/anthropic/v1/messages', 'https://api.z.ai/api/anthropic/v1'],
    [
      'gemini',
      'https://generativelanguage.googleapis.com/v1beta/models/gemini-3-pro:streamGenerateContent?alt=sse',
      'https://generativelanguage.googleapis.com/v1beta',
    ],
    ['gemini', 'https://generativelanguage.googleapis.com', 'https://generativelanguage.googleapis.com/v1beta'],
    ['zai', 'https://api.z.ai', 'https://api.z.ai/api/paas/v4'],
    ['zai', 'https://api.z.ai/api/paas/v4/chat/completions', 'https://api.z.ai/api/paas/v4'],
  ])('%s: %s', (type, pasted, expected) => expect(pastedAddress(type, pasted)).toBe(expected));

  it.each(['ftp://x', 'http://user:pw@x.example/v1', 'https://x.example/v1?key=1', 'no address'])(
    'leaves %s to the check',
    (pasted) => expect(URL.parse(pastedAddress('openai_compatible', pasted))?.href).toBe(URL.parse(pasted)?.href),
  );
});
