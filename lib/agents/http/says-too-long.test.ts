import { describe, expect, it } from 'vitest';
import { errorFromResponse } from './error-from-response';

const error = (message: string, more = {}) => JSON.stringify({ error: { message, ...more } });

describe('a refusal of a request that is too long', () => {
  it.each<[name: string, status: number | null, body: string]>([
    ['OpenAI', 400, error("This model's maximum context length is 8192 tokens.", { code: 'context_length_exceeded' })],
    ['OpenAI Responses, in the stream', null, error('Your input exceeds the context window of this model.')],
    [
      'OpenAI, a limit a minute',
      429,
      error(
        'Request too large for gpt-x on tokens per min (TPM): Limit 30000, Requested 40000. The input or output tokens must be reduced.',
      ),
    ],
    ['Anthropic', 400, error('prompt is too long: 208310 tokens > 200000 maximum')],
    ['Anthropic, the body', 413, error('Request exceeds the maximum size', { type: 'request_too_large' })],
    ['Google', 400, error('The input token count (1048580) exceeds the maximum number of tokens allowed (1048576).')],
    [
      'xAI',
      400,
      JSON.stringify({
        code: 'x',
        error: "This model's maximum prompt length is 131072 but the request contains 537812 tokens.",
      }),
    ],
    [
      'Mistral',
      400,
      JSON.stringify({
        message:
          'Prompt contains 32769 tokens and 0 draft tokens, too large for model with 32768 maximum context length',
      }),
    ],
    [
      'Groq',
      413,
      error(
        'Request too large for model `x` on tokens per minute (TPM): Limit 6000, Requested 9263, please reduce your message size and try again.',
      ),
    ],
    [
      'Groq, the context',
      400,
      error('Please reduce the length of the messages or completion.', { code: 'context_length_exceeded' }),
    ],
    ['Kimi', 400, error('Invalid request: Your request exceeded model token limit: 8192')],
    ['Z.ai', 400, error('Prompt exceeds max length', { code: '1261' })],
    ['Qwen', 400, error('Range of input length should be [1, 30720]')],
    ['Bedrock', 400, error('Input is too long for requested model.')],
    ['Together', 422, error('Input validation error: `inputs` tokens + `max_new_tokens` must be <= 8193.')],
    ['TGI', 422, error('Input validation error: `inputs` must have less than 1024 tokens. Given: 1500')],
    [
      'Cohere',
      400,
      JSON.stringify({ message: 'too many tokens: total number of tokens in the prompt cannot exceed 4081' }),
    ],
    [
      'Copilot',
      400,
      error('prompt token count of 13000 exceeds the limit of 12288', { code: 'model_max_prompt_tokens_exceeded' }),
    ],
    ['GitHub Models', 413, error('Request body too large for gpt-4o model. Max size: 8000 tokens.')],
    [
      'vLLM',
      400,
      JSON.stringify({
        object: 'error',
        message: "This model's maximum context length is 4096 tokens. However, you requested 5000 tokens",
      }),
    ],
    [
      'llama.cpp',
      400,
      error('the request exceeds the available context size, try increasing it', { type: 'exceed_context_size_error' }),
    ],
    ['llama.cpp, older', 500, error('Context size has been exceeded.')],
    [
      'LM Studio',
      400,
      JSON.stringify({
        error:
          'Trying to keep the first 5000 tokens when context the overflows. However, the model is loaded with context length of only 4096 tokens.',
      }),
    ],
    ['Ollama', 400, error('input length exceeds the context length')],
    ['a proxy', 413, '<html><h1>413 Request Entity Too Large</h1></html>'],
  ])('%s', (_name, status, body) => {
    expect(errorFromResponse({ status, body })).toMatchObject({ code: 'context_too_long', retryable: false });
  });

  it.each<[name: string, status: number | null, body: string, code: string]>([
    ['a timeout of a Go server', 500, 'context deadline exceeded', 'overloaded'],
    ['a limit a minute', 429, error('Rate limit reached on tokens per min. Please try again in 8s.'), 'rate_limited'],
    ['a bad parameter', 400, error('max_tokens must be at least 1'), 'bad_request'],
    ['a key', 401, error('prompt is too long to be signed'), 'auth'],
  ])('is not %s', (_name, status, body, code) => {
    expect(errorFromResponse({ status, body }).code).toBe(code);
  });
});
