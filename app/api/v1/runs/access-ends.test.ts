import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'drizzle-orm';
import { encode } from 'next-auth/jwt';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createApiKey } from '@/lib/features/api-keys/create-api-key';
import { sessionSecret } from '@/lib/platform/auth/session-token';
import { startSession } from '@/lib/platform/auth/start-session';
import { stopEngine } from '@/lib/runtime/engine';
import { getDb } from '../../../../db/client';
import { insertPerson } from '../../../../db/testing/insert-person';
import { testDatabaseKinds, useTestDatabase } from '../../../../db/testing/use-test-database';
import { DELETE as deleteApiKey } from '../api-keys/[id]/route';
import { DELETE as deleteConversation, PATCH as patchConversation } from '../conversations/[id]/route';
import { DELETE as deleteSession } from '../sessions/[id]/route';
import { GET as events } from './[id]/events/route';
import { GET as getRun } from './[id]/route';
import { POST as stop } from './[id]/stop/route';
import { POST as ask } from './route';

type Route = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;
type Headers = Record<string, string>;

/** What the product promises. */
const CLOSES_WITHIN_MS = 2_000;

const bearer = (key: string): Headers => ({ authorization: `Bearer ${key}` });

async function call(handler: Route, headers: Headers, params: object, method = 'GET', body?: object) {
  const request = new Request('http://127.0.0.1:3000/api/v1/x', {
    method,
    headers: { ...headers, 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  return handler(request, { params: Promise.resolve(params) });
}

/** An open stream: it has brought something, and `closed` resolves with when it was closed, and whether with the run's end. */
async function open(headers: Headers, runId: string) {
  const response = await call(events, headers, { id: runId });
  expect(response.status).toBe(200);
  const reader = response.body!.getReader();
  const decoder = new TextDecoder();
  let text = decoder.decode((await reader.read()).value, { stream: true });
  let isClosed = false;
  const closed = (async () => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      text += decoder.decode(value, { stream: true });
    }
    isClosed = true;
    return { at: performance.now(), sawEnd: text.includes('event: end') };
  })();
  return { closed, isClosed: () => isClosed, hangUp: () => reader.cancel() };
}

describe.each(testDatabaseKinds())('a right that ends in mid-run, on %s', (kind) => {
  useTestDatabase(kind);
  let model: Server;
  let team: object;
  let owner: Awaited<ReturnType<typeof insertPerson>>;
  let ownerKey: Headers;
  let run: { id: string; conversationId: string };

  beforeAll(async () => {
    // A model that never comes to an end.
    model = createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      const say = () =>
        response.write(`data: ${JSON.stringify({ choices: [{ index: 0, delta: { content: 'word ' } }] })}\n\n`);
      say();
      const timer = setInterval(say, 100);
      response.on('close', () => clearInterval(timer));
    });
    await new Promise<void>((resolve) => model.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(model.address() as AddressInfo).port}`;
    process.env.MASSGEN_TRUSTED_ORIGINS = origin;
    team = { name: 'T', agents: [{ backend: { type: 'openai_compatible', model: 'm', baseUrl: `${origin}/v1` } }] };
    owner = await insertPerson();
    ownerKey = bearer((await createApiKey(owner, { name: 'test' })).key);
  });

  afterAll(async () => {
    await stopEngine();
    delete process.env.MASSGEN_TRUSTED_ORIGINS;
    model.closeAllConnections();
    model.close();
  });

  beforeEach(async () => {
    const asked = await call(ask, ownerKey, {}, 'POST', { input: 'Hello?', team });
    expect(asked.status).toBe(202);
    run = (await asked.json()).run;
  });

  async function endRun(): Promise<void> {
    expect((await call(stop, ownerKey, { id: run.id }, 'POST', {})).status).toBe(202);
  }

  /** Somebody else in the owner's workspace, who sees what is shown to it. */
  async function member() {
    const shown = await call(patchConversation, ownerKey, { id: run.conversationId }, 'PATCH', {
      visibility: 'workspace',
    });
    expect(shown.status).toBe(200);
    const person = await insertPerson({ memberOf: { workspaceId: owner.workspaceId, role: 'member' } });
    return { person, key: bearer((await createApiKey(person, { name: 'test' })).key) };
  }

  /** The stream of `headers` closes in time after `change`, without the run's end; the same request is then refused; others read on. */
  async function endsWith(headers: Headers, change: () => Promise<unknown>, status: 401 | 404) {
    const [stream, other] = [await open(headers, run.id), await open(ownerKey, run.id)];
    const began = performance.now();
    await change();
    const { at, sawEnd } = await stream.closed;
    expect(at - began).toBeLessThan(CLOSES_WITHIN_MS);
    expect(sawEnd).toBe(false);
    expect((await call(events, headers, { id: run.id })).status).toBe(status);
    expect((await call(getRun, headers, { id: run.id })).status).toBe(status);
    expect(other.isClosed()).toBe(false);
    await other.hangUp();
    await endRun();
  }

  it('an API key that is revoked', async () => {
    const made = await createApiKey(owner, { name: 'short-lived' });
    const revoke = () => call(deleteApiKey, ownerKey, { id: made.apiKey.id }, 'DELETE');
    await endsWith(bearer(made.key), revoke, 401);
  });

  it('a session that is signed out elsewhere', async () => {
    const cookieOf = async (sessionId: string): Promise<Headers> => ({
      cookie: `massgen.session=${await encode({ token: { sessionId }, secret: await sessionSecret() })}`,
    });
    const sessionId = await startSession(owner.userId, 'test');
    await endsWith(await cookieOf(sessionId), () => call(deleteSession, ownerKey, { id: sessionId }, 'DELETE'), 401);
  });

  it('a session that expires, which nobody says', async () => {
    const sessionId = await startSession(owner.userId, 'test');
    const token = await encode({ token: { sessionId }, secret: await sessionSecret() });
    const db = await getDb();
    const expire = () => db.execute(sql`update auth_session set expires_at = now() where id = ${sessionId}`);
    await endsWith({ cookie: `massgen.session=${token}` }, expire, 401);
  });

  it('a membership whose row another process removes', async () => {
    const { person, key } = await member();
    const db = await getDb();
    await endsWith(key, () => db.execute(sql`delete from membership where user_id = ${person.userId}`), 404);
  });

  it('a conversation that is no longer shown to the workspace', async () => {
    const { key } = await member();
    const hide = () =>
      call(patchConversation, ownerKey, { id: run.conversationId }, 'PATCH', { visibility: 'private' });
    await endsWith(key, hide, 404);
  });

  it('a person who is deleted in another process', async () => {
    const { person, key } = await member();
    const stream = await open(key, run.id);
    const began = performance.now();
    await (await getDb()).execute(sql`delete from "user" where id = ${person.userId}`);
    expect((await stream.closed).at - began).toBeLessThan(CLOSES_WITHIN_MS);
    // A key is remembered for two seconds where nobody else can revoke it.
    await expect.poll(async () => (await call(getRun, key, { id: run.id })).status, { timeout: 4_000 }).toBe(401);
    await endRun();
  });

  it('a conversation that is deleted: everybody’s stream ends, and nothing of it can be asked for', async () => {
    const { key } = await member();
    const streams = [await open(key, run.id), await open(ownerKey, run.id)];
    const began = performance.now();
    expect((await call(deleteConversation, ownerKey, { id: run.conversationId }, 'DELETE')).status).toBe(204);
    for (const { closed } of streams) expect((await closed).at - began).toBeLessThan(CLOSES_WITHIN_MS);
    for (const headers of [key, ownerKey]) {
      expect((await call(events, headers, { id: run.id })).status).toBe(404);
      expect((await call(getRun, headers, { id: run.id })).status).toBe(404);
    }
  });

  it('a conversation whose rows another process removes', async () => {
    const stream = await open(ownerKey, run.id);
    const began = performance.now();
    await (await getDb()).execute(sql`delete from conversation where id = ${run.conversationId}`);
    expect((await stream.closed).at - began).toBeLessThan(CLOSES_WITHIN_MS);
    expect((await call(events, ownerKey, { id: run.id })).status).toBe(404);
  });
});
