import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { backendFor } from '../registry';
import { collectEvents, sampleCall } from '../testing/sample-call';

const geminiBackend = backendFor('gemini');

let server: http.Server;
let origin = '';
let chunks: object[] = [];

beforeAll(async () => {
  server = http.createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.end(chunks.map((chunk) => `data: ${JSON.stringify(chunk)}\n\n`).join(''));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  vi.stubEnv('MASSGEN_TRUSTED_ORIGINS', origin);
});
afterAll(() => {
  server.close();
  vi.unstubAllEnvs();
});

const usageMetadata = { promptTokenCount: 9, totalTokenCount: 9 };
const ask = () => collectEvents(geminiBackend, sampleCall('gemini', 'gemini-3.1-pro-preview', `${origin}/v1beta`));

it.each([
  'SAFETY',
  'OTHER',
  'BLOCKLIST',
  'PROHIBITED_CONTENT',
  'IMAGE_SAFETY',
  'BLOCK_REASON_UNSPECIFIED',
  'JAILBREAK',
])('a prompt that was blocked (%s) is a refusal in words, and is not tried again', async (blockReason) => {
  chunks = [{ promptFeedback: { blockReason, safetyRatings: [] }, usageMetadata }];
  await expect(ask()).rejects.toMatchObject({
    code: 'content_refused',
    retryable: false,
    message: `Gemini’s filter blocked the request before the model read it (“${blockReason}”).`,
  });
});

it('takes feedback without a reason for no block, and a stream without any reply for one that was cut off', async () => {
  const content = { role: 'model', parts: [{ text: 'Four.' }] };
  chunks = [{ promptFeedback: { safetyRatings: [] }, candidates: [{ content, finishReason: 'STOP' }], usageMetadata }];
  expect((await ask()).at(-1)).toEqual({ type: 'done', reason: 'stop' });
  chunks = [{ usageMetadata }];
  await expect(ask()).rejects.toMatchObject({ code: 'network', retryable: true });
});
