import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type AuthorizationDouble, startAuthorizationDouble } from '../testing/authorization-double';
import { createAuthorizationFetch } from './authorization-fetch';
import { beginAuthorization, type PendingAuthorization } from './begin-authorization';
import { askForChallenge } from './challenge';
import { finishAuthorization } from './finish-authorization';
import { renewGrant } from './renew-grant';

/** A service of the network that nobody has named, and what came to it. */
async function startVictim() {
  const hits: string[] = [];
  const server = http.createServer((request, response) => {
    hits.push(`${request.method} ${request.url} ${request.headers.authorization ?? ''}`);
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const port = (server.address() as AddressInfo).port;
  return {
    hits,
    port,
    origin: `http://127.0.0.1:${port}`,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

describe('a server that leads elsewhere', () => {
  let double: AuthorizationDouble;
  let victim: Awaited<ReturnType<typeof startVictim>>;

  beforeEach(async () => {
    [double, victim] = await Promise.all([startAuthorizationDouble(), startVictim()]);
    vi.stubEnv('MASSGEN_TRUSTED_ORIGINS', `${double.server.origin},${double.origin}`);
  });
  afterEach(async () => {
    await Promise.all([double.stop(), victim.stop()]);
    vi.unstubAllEnvs();
  });

  async function begin() {
    const url = double.server.url;
    return beginAuthorization({
      ...{ serverUrl: url, redirectUrl: 'http://127.0.0.1:3000/back', clientMetadataUrl: null, config: null },
      ...{ challenge: (await askForChallenge(url, 'http')) ?? {}, scopes: [], state: 'state' },
      clients: { find: async () => null, keep: async () => {} },
    });
  }
  const back = (pending: PendingAuthorization) =>
    finishAuthorization(pending, new URLSearchParams({ code: 'the-code', iss: pending.issuer }), null);
  const tokens = { access_token: 'a', token_type: 'Bearer', refresh_token: 'r' };

  const lures: [string, () => void, (() => Promise<unknown>)?][] = [
    ['the address of its metadata', () => double.set({ challenge: `Bearer resource_metadata="${victim.origin}/prm"` })],
    [
      'another name of this machine',
      () => double.set({ challenge: `Bearer resource_metadata="http://localhost:${victim.port}/prm"` }),
    ],
    [
      'a number as a host',
      () => double.set({ challenge: `Bearer resource_metadata="http://2130706433:${victim.port}/prm"` }),
    ],
    ['a short address', () => double.set({ challenge: `Bearer resource_metadata="http://127.1:${victim.port}/prm"` })],
    [
      'a mapped address',
      () => double.set({ challenge: `Bearer resource_metadata="http://[::ffff:127.0.0.1]:${victim.port}/prm"` }),
    ],
    [
      'a name and password',
      () => double.set({ challenge: `Bearer resource_metadata="http://x:y@127.0.0.1:${victim.port}/prm"` }),
    ],
    ['a file', () => double.set({ challenge: 'Bearer resource_metadata="file:///etc/passwd"' })],
    ['the authorization server', () => double.set({ resource: { authorization_servers: [victim.origin] } })],
    [
      'the authorization server, with a path',
      () => double.set({ resource: { authorization_servers: [`${victim.origin}/a/b`] } }),
    ],
    ['another resource', () => double.set({ resource: { resource: `${victim.origin}/mcp` } })],
    ['the issuer', () => double.set({ metadata: { issuer: victim.origin } })],
    ['where applications register', () => double.set({ metadata: { registration_endpoint: `${victim.origin}/reg` } })],
    ['the page', () => double.set({ metadata: { authorization_endpoint: `${victim.origin}/page` } })],
    [
      'its metadata, by a redirect',
      () => double.set({ redirects: { '/.well-known/oauth-protected-resource/mcp': `${victim.origin}/prm` } }),
    ],
    [
      'the authorization server’s metadata, by a redirect',
      () => double.set({ redirects: { '/.well-known/oauth-authorization-server': `${victim.origin}/as` } }),
    ],
    [
      'where applications register, by a redirect',
      () => double.set({ redirects: { '/register': `${victim.origin}/reg` } }),
    ],
    ['a page that is a script', () => double.set({ metadata: { authorization_endpoint: 'javascript:alert(1)' } })],
  ];

  test.each(lures)('%s: refused, and nothing came there', async (_what, lure) => {
    lure();
    await expect(begin()).rejects.toMatchObject({ name: 'McpFailure' });
    expect(victim.hits).toEqual([]);
    expect(double.tokenRequests).toEqual([]);
  });

  test('where tokens are: neither the code nor a refresh token comes there', async () => {
    double.set({ metadata: { token_endpoint: `${victim.origin}/token` } });
    const { pending } = await begin();
    await expect(back(pending)).rejects.toMatchObject({ kind: 'forbidden_address' });
    const grant = { ...pending, tokens, expiresAt: null };
    await expect(renewGrant(grant, null, null)).rejects.toThrow();
    expect(victim.hits).toEqual([]);
  });

  test('a redirect of the token request is not followed', async () => {
    const { pending } = await begin();
    double.set({ redirects: { '/token': `${victim.origin}/token` } });
    await expect(back(pending)).rejects.toMatchObject({ name: 'McpFailure' });
    expect(victim.hits).toEqual([]);
  });

  test('a server on the internet reaches no private address, not even one that the operator trusts', async () => {
    vi.stubEnv('MASSGEN_TRUSTED_ORIGINS', victim.origin);
    const ask = createAuthorizationFetch('https://mcp.example.com/mcp');
    await expect(ask(`${victim.origin}/prm`)).rejects.toMatchObject({ name: 'RefusedAddressError' });
    expect(victim.hits).toEqual([]);
  });
});
