import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it, vi } from 'vitest';
import { askServerWindow } from './ask-server-window';

vi.mock('server-only', () => ({}));

let server: Server | null = null;
afterEach(() => {
  vi.unstubAllEnvs();
  server?.close();
  server = null;
});

/** A server that knows these paths and nothing else. */
async function serve(paths: Record<string, unknown>): Promise<string> {
  server = createServer((request, response) => {
    const reply = paths[`${request.method} ${request.url}`];
    response.writeHead(reply === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(reply ?? { error: 'not found' }));
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  vi.stubEnv('MASSGEN_TRUSTED_ORIGINS', origin);
  return origin;
}

const list = (...data: object[]) => ({ object: 'list', data });

it.each<[name: string, paths: Record<string, unknown>, window: number | null]>([
  ['vLLM', { 'GET /v1/models': list({ id: 'm', max_model_len: 8_192 }, { id: 'n', max_model_len: 1_024 }) }, 8_192],
  [
    'OpenRouter',
    { 'GET /v1/models': list({ id: 'm', context_length: 131_072, top_provider: { context_length: 32_768 } }) },
    32_768,
  ],
  ['Groq', { 'GET /v1/models': list({ id: 'm', context_window: 131_072 }) }, 131_072],
  ['Mistral', { 'GET /v1/models': list({ id: 'm', max_context_length: 32_768 }) }, 32_768],
  [
    'LM Studio: what is loaded',
    {
      'GET /v1/models': list({ id: 'm' }),
      'GET /api/v0/models': list({
        id: 'm',
        state: 'loaded',
        max_context_length: 131_072,
        loaded_context_length: 4_096,
      }),
    },
    4_096,
  ],
  [
    'LM Studio: what is not loaded',
    { 'GET /api/v0/models': list({ id: 'm', state: 'not-loaded', max_context_length: 131_072 }) },
    131_072,
  ],
  [
    'llama.cpp',
    {
      'GET /v1/models': list({ id: 'gguf', meta: { n_ctx_train: 131_072 } }),
      'GET /props': { default_generation_settings: { n_ctx: 6_144 }, total_slots: 1 },
    },
    6_144,
  ],
  [
    'Ollama: what is loaded',
    {
      'GET /v1/models': list({ id: 'm:latest' }),
      'GET /api/ps': { models: [{ name: 'm:latest', model: 'm:latest', context_length: 16_384 }] },
      'POST /api/show': { parameters: 'num_ctx 8192', model_info: { 'llama.context_length': 131_072 } },
    },
    16_384,
  ],
  [
    'Ollama: what its file sets',
    {
      'GET /api/ps': { models: [] },
      'POST /api/show': {
        parameters: 'stop "x"\nnum_ctx                        8192',
        model_info: { 'llama.context_length': 131_072 },
      },
    },
    8_192,
  ],
  [
    'Ollama: its default',
    { 'POST /api/show': { parameters: '', model_info: { 'qwen2.context_length': 32_768 } } },
    4_096,
  ],
  ['a server that does not say it', { 'GET /v1/models': list({ id: 'm' }) }, null],
  ['one that says nonsense', { 'GET /v1/models': list({ id: 'm', context_length: 'big' }), 'GET /props': [] }, null],
])('the window of a model, by the word of %s', async (_name, paths, window) => {
  const origin = await serve(paths);
  const found = await askServerWindow('m', { apiKey: null, baseUrl: `${origin}/v1/` }, AbortSignal.timeout(5_000));
  expect(found).toBe(window);
});

it('waits no longer than it may', async () => {
  server = createServer(() => undefined);
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  vi.stubEnv('MASSGEN_TRUSTED_ORIGINS', origin);
  const found = await askServerWindow('m', { apiKey: null, baseUrl: `${origin}/v1` }, AbortSignal.timeout(50));
  expect(found).toBe(null);
  server.closeAllConnections();
});
