import dns from 'node:dns';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { BodyTooLargeError, capBody } from './cap-body';
import { guardedFetch } from './guarded-fetch';

let victim: http.Server;
let port = 0;
let reached = 0;

beforeAll(async () => {
  victim = http.createServer((_request, response) => {
    reached += 1;
    response.end('secret');
  });
  await new Promise<void>((resolve) => victim.listen(0, '::', resolve));
  port = (victim.address() as AddressInfo).port;
});
afterAll(() => new Promise<void>((resolve) => victim.close(() => resolve())));
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const TRICKS = [
  ['decimal', 'http://2130706433:PORT/'],
  ['octal', 'http://0177.0.0.1:PORT/'],
  ['hex', 'http://0x7f000001:PORT/'],
  ['hex in parts', 'http://0x7f.0.0.0x1:PORT/'],
  ['short', 'http://127.1:PORT/'],
  ['zero', 'http://0.0.0.0:PORT/'],
  ['nothing but zero', 'http://0:PORT/'],
  ['IPv6 loopback', 'http://[::1]:PORT/'],
  ['IPv6 unspecified', 'http://[::]:PORT/'],
  ['IPv4 in IPv6', 'http://[::ffff:127.0.0.1]:PORT/'],
  ['IPv4 in IPv6, in hex', 'http://[::ffff:7f00:1]:PORT/'],
  ['link-local', 'http://169.254.169.254:PORT/latest/meta-data'],
  ['carrier-grade NAT', 'http://100.64.0.1:PORT/'],
  ['unique local', 'http://[fd00::1]:PORT/'],
  ['NAT64', 'http://[64:ff9b::7f00:1]:PORT/'],
  ['6to4', 'http://[2002:7f00:1::]:PORT/'],
  ['localhost', 'http://localhost:PORT/'],
  ['localhost with a dot', 'http://LOCALHOST.:PORT/'],
  ['a name below localhost', 'http://a.localhost:PORT/'],
  ['full-width digits', 'http://１２７.０.０.１:PORT/'],
  ['a user name', 'http://example.com@127.0.0.1:PORT/'],
  ['a file', 'file:///etc/passwd'],
] as const;

describe('an internal server is not reached', () => {
  it('would be, if it were asked', async () => {
    vi.stubEnv('MASSGEN_TRUSTED_ORIGINS', `http://127.0.0.1:${port}`);
    expect(await (await guardedFetch(`http://127.0.0.1:${port}/`)).text()).toBe('secret');
    expect(reached).toBe(1);
    reached = 0;
  });

  it.each(TRICKS)('by %s', async (_trick, url) => {
    await expect(guardedFetch(url.replace('PORT', String(port)))).rejects.toMatchObject({
      name: 'RefusedAddressError',
    });
    expect(reached).toBe(0);
  });

  it('by a name that was public when it was looked up before', async () => {
    const answers = [
      [{ address: '93.184.216.34', family: 4 }],
      [{ address: '::1', family: 6 }],
      [
        { address: '93.184.216.34', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ],
    ];
    let asked = 0;
    vi.spyOn(dns, 'lookup').mockImplementation(((_name: string, _options: object, done: (...a: unknown[]) => void) =>
      done(null, answers[++asked])) as unknown as typeof dns.lookup);
    for (const _time of [1, 2]) {
      await expect(guardedFetch(`http://rebinding.example.com:${port}/`)).rejects.toMatchObject({
        name: 'RefusedAddressError',
      });
    }
    expect([asked, reached]).toEqual([2, 0]);
  });
});

describe('guardedFetch towards servers that change things', () => {
  it('sends a request once, also when a kept connection was closed just as it was used', async () => {
    const requests: string[] = [];
    const uses = new Map<object, number>();
    const server = http.createServer((request, response) => {
      requests.push(`${request.method} ${request.url}`);
      const use = (uses.get(request.socket) ?? 0) + 1;
      uses.set(request.socket, use);
      if (use > 1) return request.socket.destroy();
      response.end('done');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    vi.stubEnv('MASSGEN_TRUSTED_ORIGINS', origin);
    await (await guardedFetch(`${origin}/first`, { method: 'DELETE' }, { isSentOnce: true })).text();
    await new Promise((resolve) => setImmediate(resolve));
    const again = guardedFetch(`${origin}/again`, { method: 'POST', body: '{}' }, { isSentOnce: true });
    await expect(again).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(requests).toEqual(['DELETE /first', 'POST /again']);
    server.close();
  });

  it('sends no method that it does not know', async () => {
    await expect(guardedFetch('https://example.com/', { method: 'TRACE' })).rejects.toThrow('TRACE');
  });
});

describe('capBody', () => {
  const response = (chunks: string[], type = 'application/json') =>
    new Response(new Blob(chunks).stream(), { status: 201, headers: { 'content-type': type } });

  it('hands on what is small enough, with status and headers', async () => {
    const capped = capBody(response(['1234567890']), 10);
    expect([capped.status, capped.headers.get('content-type'), await capped.text()]).toEqual([
      201,
      'application/json',
      '1234567890',
    ]);
  });

  it('fails where one byte more comes', async () => {
    await expect(capBody(response(['12345', '678901']), 10).text()).rejects.toThrow(BodyTooLargeError);
  });

  it('counts events of a stream one by one', async () => {
    const events = Array.from({ length: 50 }, (_, at) => `data: ${at}\r\n\r\n`);
    expect(await capBody(response(events, 'text/event-stream'), 12).text()).toBe(events.join(''));
    const long = [...events, `data: ${'x'.repeat(20)}\n\n`];
    await expect(capBody(response(long, 'text/event-stream'), 12).text()).rejects.toThrow(BodyTooLargeError);
  });
});
