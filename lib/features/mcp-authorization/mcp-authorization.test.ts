import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { getDb } from '@/db/client';
import { findUsableServer } from '@/db/queries/mcp-servers/select-usable-servers';
import { insertPerson } from '@/db/testing/insert-person';
import { testDatabaseKinds, useTestDatabase } from '@/db/testing/use-test-database';
import { createServer } from '@/lib/features/mcp-servers/create-server';
import { getServer } from '@/lib/features/mcp-servers/get-server';
import { newServerSchema } from '@/lib/features/mcp-servers/server-input';
import { updateServer } from '@/lib/features/mcp-servers/update-server';
import { createMcpClients } from '@/lib/mcp/connect/create-mcp-clients';
import { connectedServer } from '@/lib/mcp/policy/connected-server';
import { type AuthorizationDouble, startAuthorizationDouble } from '@/lib/mcp/testing/authorization-double';
import { callInProcesses } from '@/lib/mcp/testing/call-in-processes';
import { NEVER, namedTool } from '@/lib/mcp/testing/test-clients';
import type { Actor } from '@/lib/platform/auth/actor';
import { closeMcp } from '@/lib/runtime/mcp';
import { authorizeServer } from './authorize-server';
import { finishSignIn } from './finish-sign-in';
import { signOut } from './sign-out';

const ORIGIN = 'http://127.0.0.1:3000';
const SECRET = 'a secret of these tests';

describe.each(testDatabaseKinds())('signing in to an MCP server, on %s', (kind) => {
  useTestDatabase(kind);
  let ann: Actor & { workspaceId: string };
  let bob: typeof ann;
  let double: AuthorizationDouble;
  let clients = createMcpClients();

  beforeAll(async () => {
    ann = await insertPerson();
    bob = await insertPerson({ memberOf: { workspaceId: ann.workspaceId, role: 'member' } });
  });
  afterAll(() => closeMcp());
  beforeEach(async () => {
    double = await startAuthorizationDouble();
    clients = createMcpClients();
    vi.stubEnv('MASSGEN_TRUSTED_ORIGINS', `${double.server.origin},${double.origin}`);
    vi.stubEnv('MASSGEN_SECRET', SECRET);
  });
  afterEach(async () => {
    await Promise.all([clients.close(), closeMcp()]);
    await double.stop();
    vi.unstubAllEnvs();
    await (await getDb()).execute(sql`delete from mcp_server`);
  });

  async function add(): Promise<string> {
    const transport = { type: 'http', url: double.server.url };
    return (await createServer(ann, newServerSchema.parse({ name: 'Vault', transport, approveTools: true }))).id;
  }
  /** What a person brings back from the page. */
  async function come(actor: Actor, id: string): Promise<URLSearchParams> {
    const page = await fetch(await authorizeServer(actor, id, ORIGIN), { redirect: 'manual' });
    const back = new URL(page.headers.get('location') ?? '');
    expect(back.href).toMatch(/^http:\/\/127\.0\.0\.1:3000\/api\/mcp\/oauth\/callback\?/);
    return back.searchParams;
  }
  async function signedIn(): Promise<string> {
    const id = await add();
    expect(await finishSignIn(ann, await come(ann, id))).toEqual({ serverId: id, outcome: 'done' });
    return id;
  }
  async function connected(id: string) {
    const found = await findUsableServer(ann, id);
    const server = found && (await connectedServer(found));
    if (!server) throw new Error('There is no such server.');
    return server;
  }
  async function call(server: Awaited<ReturnType<typeof connected>>): Promise<string> {
    const given = { tool: namedTool('read'), arguments: {}, repeatable: true };
    return JSON.stringify((await clients.callTool(server, given, { signal: NEVER })).content);
  }
  const pages = () => double.asked.filter((one) => one === 'GET /authorize').length;

  test('a person gives the rights on the page, and the server is ready for them alone; tokens are stored encrypted', async () => {
    const id = await add();
    expect(await getServer(ann, id)).toMatchObject({ status: 'needs_authorization', authorization: null });
    await finishSignIn(ann, await come(ann, id));
    expect(await getServer(ann, id)).toMatchObject({
      ...{ status: 'ready', signsIn: true, toolCount: 1 },
      authorization: { issuer: double.origin, neededScope: null },
    });
    const [exchange] = double.tokenRequests;
    expect(Object.fromEntries(exchange ?? [])).toMatchObject({
      ...{ grant_type: 'authorization_code', code: 'the-code', resource: double.server.url },
      code_verifier: expect.stringMatching(/^.{43,}$/),
    });
    const { rows } = await (await getDb()).execute(sql`select row_to_json(a)::text as row from mcp_authorization a`);
    expect(JSON.stringify(rows)).not.toMatch(/access-\d|refresh-\d/);
    await signOut(ann, id);
    expect(await getServer(ann, id)).toMatchObject({ status: 'needs_authorization', authorization: null });
    expect(double.asked.filter((one) => one === 'POST /revoke')).toHaveLength(2);
  });

  test('a state that is not the person’s own uses nothing up, and their own counts once', async () => {
    const id = await add();
    const back = await come(ann, id);
    const unknown = { serverId: null, outcome: 'unknown' };
    expect(await finishSignIn(bob, back)).toEqual(unknown);
    expect(await finishSignIn(ann, new URLSearchParams({ code: 'the-code', state: 'another' }))).toEqual(unknown);
    expect(double.tokenRequests).toEqual([]);
    expect(await finishSignIn(ann, back)).toEqual({ serverId: id, outcome: 'done' });
    expect(await finishSignIn(ann, back)).toEqual(unknown);
  });

  test('what comes from another issuer, or says no, gets no tokens', async () => {
    const id = await add();
    const mixed = await come(ann, id);
    mixed.set('iss', 'https://evil.example');
    expect(await finishSignIn(ann, mixed)).toEqual({ serverId: id, outcome: 'failed' });
    const refused = await come(ann, id);
    refused.delete('code');
    refused.set('error', 'access_denied');
    expect(await finishSignIn(ann, refused)).toEqual({ serverId: id, outcome: 'denied' });
    expect(double.tokenRequests).toEqual([]);
  });

  test('an authorization server that does not say that it offers PKCE is not used', async () => {
    const id = await add();
    double.set({ metadata: { code_challenge_methods_supported: undefined } });
    await expect(authorizeServer(ann, id, ORIGIN)).rejects.toThrow(/PKCE/);
    expect(double.asked).not.toContain('POST /register');
  });

  test('20 calls at once at a token that has expired: one renewal, and all succeed', async () => {
    const server = await connected(await signedIn());
    expect(await call(server)).toContain('Inside.');
    double.set({ tokenMs: 100 });
    double.valid.clear();
    const all = await Promise.all(Array.from({ length: 20 }, () => call(server)));
    expect(all.filter((said) => said.includes('Inside.'))).toHaveLength(20);
    expect(double.count('refresh_token')).toBe(1);
    expect(pages()).toBe(1);
  });

  // The embedded database has one process only: there is nothing to leave out.
  const onPostgres = kind === 'postgres' ? test : () => {};
  onPostgres('two processes, 10 calls each: one renewal, and all succeed', async () => {
    const id = await signedIn();
    double.set({ tokenMs: 300 });
    double.valid.clear();
    const said = await callInProcesses(2, { userId: ann.userId, serverId: id, calls: 10, secret: SECRET });
    expect(said).toEqual(['10', '10']);
    expect(double.count('refresh_token')).toBe(1);
  });

  test('the authorization server is down: the old token is used while it lasts, nothing is lost, and nobody is asked', async () => {
    double.set({ expiresIn: 10 });
    const id = await signedIn();
    double.set({ refuseTokens: { status: 503, error: 'server_error' } });
    const server = await connected(id);
    expect(await call(server)).toContain('Inside.');
    double.valid.clear();
    await expect(call(server)).rejects.toMatchObject({ kind: 'unreachable', message: expect.stringMatching(/kept/) });
    expect(await getServer(ann, id)).toMatchObject({ signsIn: true, authorization: { issuer: double.origin } });
    expect(pages()).toBe(1);
    double.set({ refuseTokens: null, expiresIn: 3600 });
    await clients.close();
    clients = createMcpClients();
    expect(await call(await connected(id))).toContain('Inside.');
  });

  test('a sign-in that the authorization server has ended asks the person, and no page is asked for', async () => {
    const id = await signedIn();
    const server = await connected(id);
    await call(server);
    double.set({ refuseTokens: { status: 400, error: 'invalid_grant' } });
    double.valid.clear();
    await expect(call(server)).rejects.toMatchObject({ kind: 'needs_authorization' });
    expect(await getServer(ann, id)).toMatchObject({ status: 'needs_authorization', authorization: null });
    const asked = double.asked.length;
    await expect(call(server)).rejects.toMatchObject({ kind: 'needs_authorization' });
    expect(double.asked).toHaveLength(asked);
    expect(pages()).toBe(1);
  });

  test('whoever changes the address of a server does not get the tokens of those who signed in', async () => {
    const id = await signedIn();
    const other = await startAuthorizationDouble();
    vi.stubEnv('MASSGEN_TRUSTED_ORIGINS', `${other.server.origin},${double.server.origin},${double.origin}`);
    const seen: unknown[] = [];
    try {
      await updateServer(ann, id, { transport: { type: 'http', url: `${other.server.url}` } });
      seen.push(...other.server.journal.map(({ headers }) => headers.authorization));
    } finally {
      await other.stop();
    }
    expect(seen.filter(Boolean)).toEqual([]);
  });
});
