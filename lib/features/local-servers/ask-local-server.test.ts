import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { askLocalServer } from './ask-local-server';
import { placeOf } from './known-places';

async function at<T>(answer: RequestListener, use: (origin: string) => Promise<T>): Promise<T> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

it('says what a server of models serves', async () => {
  const asked: (string | undefined)[] = [];
  const found = await at(
    (request, response) => {
      asked.push(`${request.method} ${request.url}`);
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ object: 'list', data: [{ id: 'qwen3:8b' }] }));
    },
    (origin) => askLocalServer(origin, false),
  );
  expect(asked).toEqual(['GET /v1/models']);
  expect(found).toMatchObject({ models: ['qwen3:8b'], backend: 'openai_compatible', trusted: false });
  expect(found?.baseUrl).toBe(`${found?.origin}/v1`);
});

it('takes no other web server for one', async () => {
  const page: RequestListener = (_, response) => response.end('<!doctype html><title>A page</title>');
  expect(await at(page, (origin) => askLocalServer(origin, false))).toBeNull();
  const elsewhere: RequestListener = (_, response) =>
    response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end();
  expect(await at(elsewhere, (origin) => askLocalServer(origin, false))).toBeNull();
  const gone = await at(page, async (origin) => origin);
  expect(await askLocalServer(gone, false)).toBeNull();
});

it('names a server by its usual port, else by its address', () => {
  expect(placeOf('http://127.0.0.1:1234')).toMatchObject({ label: 'LM Studio', backend: 'lmstudio' });
  expect(placeOf('http://10.0.0.7:4000')).toMatchObject({ label: '10.0.0.7:4000', backend: 'openai_compatible' });
});
