import dns from 'node:dns';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { guardedFetch } from './guarded-fetch';

let server: http.Server;
let port = 0;
let reached: string[] = [];
const served = new Map<object, number>();

beforeAll(async () => {
  server = http.createServer((request, response) => {
    reached.push(request.url ?? '');
    const uses = (served.get(request.socket) ?? 0) + 1;
    served.set(request.socket, uses);
    if (request.url === '/closing' && uses > 1) return request.socket.destroy();
    if (request.url === '/redirect') response.writeHead(307, { location: `http://127.0.0.1:${port}/secret` }).end();
    else response.writeHead(200, { 'set-cookie': ['a=1', 'b=2'] }).end('hello');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  reached = [];
});

describe('guardedFetch', () => {
  it('reaches a trusted private origin and answers like fetch', async () => {
    vi.stubEnv('MASSGEN_TRUSTED_ORIGINS', `http://127.0.0.1:${port}`);
    const response = await guardedFetch(`http://127.0.0.1:${port}/x`, { method: 'POST', body: '{}' });
    expect([response.status, await response.text(), response.headers.getSetCookie()]).toEqual([
      200,
      'hello',
      ['a=1', 'b=2'],
    ]);
  });

  it('does not reach a private address that is not trusted', async () => {
    await expect(guardedFetch(`http://127.0.0.1:${port}/x`)).rejects.toMatchObject({ name: 'RefusedAddressError' });
    expect(reached).toEqual([]);
  });

  it('does not follow a redirect', async () => {
    vi.stubEnv('MASSGEN_TRUSTED_ORIGINS', `http://127.0.0.1:${port}`);
    expect((await guardedFetch(`http://127.0.0.1:${port}/redirect`)).status).toBe(307);
    expect(reached).toEqual(['/redirect']);
  });

  it('refuses a public name that leads to a private address, when it connects', async () => {
    const answer = [{ address: '127.0.0.1', family: 4 }];
    vi.spyOn(dns, 'lookup').mockImplementation(((
      _name: string,
      _options: object,
      done: (e: null, a: object[]) => void,
    ) => done(null, answer)) as unknown as typeof dns.lookup);
    await expect(guardedFetch(`http://rebinding.example.com:${port}/x`)).rejects.toMatchObject({
      name: 'RefusedAddressError',
    });
    expect(dns.lookup).toHaveBeenCalled();
    expect(reached).toEqual([]);
  });

  it('asks again when a kept connection was closed just as it was used', async () => {
    vi.stubEnv('MASSGEN_TRUSTED_ORIGINS', `http://127.0.0.1:${port}`);
    await (await guardedFetch(`http://127.0.0.1:${port}/first`)).text();
    await new Promise((resolve) => setImmediate(resolve));
    expect(await (await guardedFetch(`http://127.0.0.1:${port}/closing`)).text()).toBe('hello');
    expect(reached).toEqual(['/first', '/closing', '/closing']);
  });

  it('rejects with the signal’s reason', async () => {
    vi.stubEnv('MASSGEN_TRUSTED_ORIGINS', `http://127.0.0.1:${port}`);
    await expect(guardedFetch(`http://127.0.0.1:${port}/x`, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: 'AbortError',
    });
  });
});
