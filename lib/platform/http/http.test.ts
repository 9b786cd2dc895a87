import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { useTestDatabase } from '@/db/testing/use-test-database';
import { AppError } from '@/lib/platform/errors/app-error';
import { NOTHING } from './answer';
import { clientAddress } from './client-address';
import { idParams } from './id-params';
import { isFromThisMachine } from './is-from-this-machine';
import { notePeers, peerOf } from './peer';
import { created } from './respond';
import { route } from './route';

const URL_HERE = 'http://localhost:4100/api/v1/things';
const context = (params: unknown = {}) => ({ params: Promise.resolve(params) });
const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request(URL_HERE, { method: 'POST', body, headers: { host: 'localhost:4100', ...headers } });

async function answer(response: Promise<Response>) {
  const { status, headers } = await response;
  return { status, headers, body: await (await response).json() };
}

const DESCRIBED = { about: 'It is tried.', answer: NOTHING };

describe('a route', () => {
  useTestDatabase();

  const open = route(
    {
      auth: 'none',
      ...DESCRIBED,
      params: idParams,
      query: z.object({ n: z.coerce.number().optional() }),
      body: z.strictObject({ agents: z.array(z.object({ type: z.string() })).optional() }),
    },
    async ({ params, query, body }) => ({ params, query, body }),
  );
  const id = '01900000-0000-7000-8000-000000000001';

  it('answers an object as JSON and a response as it is', async () => {
    const request = new Request(`${URL_HERE}?n=2`, { method: 'POST', body: '{"agents":[{"type":"demo"}]}' });
    const { status, body } = await answer(open(request, context({ id })));
    expect(status).toBe(200);
    expect(body).toEqual({ params: { id }, query: { n: 2 }, body: { agents: [{ type: 'demo' }] } });
    const other = route({ auth: 'none', ...DESCRIBED }, async () => created({ a: 1 }));
    expect((await other(post(''), context())).status).toBe(201);
  });

  it('answers 404 for a malformed id, 400 for malformed JSON and query, 422 with paths for an invalid body', async () => {
    expect(await answer(open(post('{}'), context({ id: 'x' })))).toMatchObject({ status: 404 });
    expect(await answer(open(post('{'), context({ id })))).toMatchObject({ status: 400 });
    const badQuery = new Request(`${URL_HERE}?n=x`, { method: 'POST' });
    expect(await answer(open(badQuery, context({ id })))).toMatchObject({ status: 400 });
    const invalid = await answer(open(post('{"agents":[{"type":"a"},{"type":1}],"agent":1}'), context({ id })));
    expect(invalid.status).toBe(422);
    const paths = invalid.body.error.fields.map(({ path }: { path: string }) => path);
    expect(paths).toEqual(['agents[1].type', 'agent']);
  });

  it('takes out of texts what no database can hold, and refuses bodies nested too deep', async () => {
    const body = String.raw`{"agents":[{"type":"a\u0000b\ud800"}]}`;
    expect((await answer(open(post(body), context({ id })))).body.body).toEqual({ agents: [{ type: 'ab\ufffd' }] });
    const deep = `{"agents":${'['.repeat(9000)}${']'.repeat(9000)}}`;
    expect(await answer(open(post(deep), context({ id })))).toMatchObject({ status: 400 });
  });

  it('answers 413 above 1 MB, whether the length is announced or not', async () => {
    const large = 'x'.repeat(1_000_001);
    expect(await answer(open(post(large), context({ id })))).toMatchObject({ status: 413 });
    const stream = new Request(URL_HERE, {
      method: 'POST',
      body: new Blob([large]).stream(),
      duplex: 'half',
    } as RequestInit);
    expect(await answer(open(stream, context({ id })))).toMatchObject({ status: 413 });
  });

  it('answers 401 before it looks at the input', async () => {
    const closed = route({ ...DESCRIBED, params: idParams, body: z.strictObject({}) }, async () => ({}));
    expect(await answer(closed(post('{'), context({ id: 'x' })))).toMatchObject({ status: 401 });
  });

  it('answers an AppError with its status and Retry-After, and anything else as 500 without detail', async () => {
    const limited = route({ auth: 'none', ...DESCRIBED }, async () => {
      throw new AppError('rate_limited', 'Slow down.', { retryAfterSeconds: 1.2, hint: 'Wait.' });
    });
    const refused = await answer(limited(post(''), context()));
    expect(refused).toMatchObject({ status: 429, body: { error: { code: 'rate_limited', hint: 'Wait.' } } });
    expect(refused.headers.get('retry-after')).toBe('2');
    const broken = route({ auth: 'none', ...DESCRIBED }, async () => {
      throw new Error('password=hunter2');
    });
    const failed = await answer(broken(post(''), context()));
    expect(failed).toMatchObject({ status: 500, body: { error: { code: 'internal' } } });
    expect(JSON.stringify(failed.body)).not.toContain('hunter2');
  });
});

describe('requests from other sites', () => {
  const act = route({ auth: 'none', ...DESCRIBED }, async () => ({ done: true }));
  const status = async (headers: Record<string, string>) => (await act(post('', headers), context())).status;

  afterEach(() => vi.unstubAllEnvs());

  it.each([
    [403, { 'sec-fetch-site': 'cross-site' }],
    [403, { 'sec-fetch-site': 'same-site' }],
    [403, { origin: 'http://evil.example' }],
    [403, { origin: 'null' }],
    [403, { origin: 'http://localhost:4101' }],
    [403, { origin: 'http://proxied.example', 'x-forwarded-host': 'proxied.example', 'x-forwarded-proto': 'https' }],
    [200, { origin: 'https://proxied.example', 'x-forwarded-host': 'proxied.example', 'x-forwarded-proto': 'https' }],
    [200, { origin: 'http://localhost:4100' }],
    [200, { 'sec-fetch-site': 'same-origin', origin: 'http://behind-a-proxy.example' }],
    [200, {}],
    [200, { origin: 'http://evil.example', authorization: 'Bearer key' }],
  ])('%i for %o', async (expected, headers) => {
    expect(await status(headers)).toBe(expected);
  });

  it('are judged by NEXTAUTH_URL when it is set', async () => {
    vi.stubEnv('NEXTAUTH_URL', 'https://massgen.example/');
    expect(await status({ origin: 'https://massgen.example' })).toBe(200);
    expect(await status({ origin: 'http://localhost:4100' })).toBe(403);
  });

  it('may read, since the answer stays with the browser', async () => {
    const read = new Request(URL_HERE, { headers: { 'sec-fetch-site': 'cross-site' } });
    expect((await act(read, context())).status).toBe(200);
  });
});

describe('where a request comes from', () => {
  let seen = new Headers();
  const server = createServer((request, response) => {
    seen = new Headers(request.headers as Record<string, string>);
    response.end();
  });

  beforeAll(async () => {
    notePeers();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });

  afterAll(() => server.close());

  async function ask(headers: Record<string, string> = {}): Promise<Headers> {
    const { port } = server.address() as AddressInfo;
    await fetch(`http://127.0.0.1:${port}/`, { headers });
    return seen;
  }

  it('is the socket, whatever the client writes', async () => {
    expect(peerOf(await ask())).toEqual({ address: '127.0.0.1', direct: true });
    expect(peerOf(await ask({ 'x-massgen-peer': 'guess direct 8.8.8.8' }))).toEqual({
      address: '127.0.0.1',
      direct: true,
    });
    expect(peerOf(new Headers({ 'x-massgen-peer': 'guess direct 127.0.0.1' }))).toBeNull();
  });

  it('is this machine only without a proxy and under a local name', async () => {
    expect(isFromThisMachine(await ask())).toBe(true);
    expect(isFromThisMachine(await ask({ 'x-forwarded-for': '127.0.0.1' }))).toBe(false);
    const renamed = (host: string) => {
      const headers = new Headers(seen);
      headers.set('host', host);
      return isFromThisMachine(headers);
    };
    await ask();
    expect(['localhost:3000', '[::1]:3000', 'app.localhost', '127.0.0.2'].map(renamed)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(['evil.example', '10.0.0.1', 'localhost.evil.example', '', '::'].map(renamed)).not.toContain(true);
  });

  it('is the last entry of a proxy nearby, for limits', async () => {
    expect(clientAddress(await ask())).toBe('127.0.0.1');
    expect(clientAddress(await ask({ 'x-forwarded-for': '1.1.1.1, 8.8.8.8' }))).toBe('8.8.8.8');
    expect(clientAddress(new Headers({ 'x-forwarded-for': '8.8.8.8' }))).toBe('unknown');
  });
});
