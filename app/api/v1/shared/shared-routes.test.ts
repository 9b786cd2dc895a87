import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storeBlob } from '@/db/queries/blobs/store-blob';
import { newConversationInput } from '@/lib/features/conversations/conversation-input';
import { createConversation } from '@/lib/features/conversations/create-conversation';
import { SHARE_LEVELS } from '@/lib/protocol/projection/audience';
import { getEngine, stopEngine } from '@/lib/runtime/engine';
import { getDb } from '../../../../db/client';
import { insertLoggedRun } from '../../../../db/testing/insert-logged-run';
import { testDatabaseKinds, useTestDatabase } from '../../../../db/testing/use-test-database';
import { POST as link } from '../shares/[id]/link/route';
import { GET as getShare } from '../shares/[id]/route';
import { GET as listShares, DELETE as revokeAll } from '../shares/route';
import * as client from './testing/share-client';
import { log } from './testing/shared-log';

const HASH = 'b'.repeat(64);
const text = (words: string) => ({ type: 'text', text: words });

describe.each(testDatabaseKinds())('links, on %s', { timeout: 90_000 }, (kind) => {
  useTestDatabase(kind);
  let owner: Awaited<ReturnType<typeof client.personWithKey>>;
  let conversationId = '';
  let first: Awaited<ReturnType<typeof insertLoggedRun>>;
  let other: Awaited<ReturnType<typeof insertLoggedRun>>;

  beforeAll(async () => {
    owner = await client.personWithKey();
    const { userId, workspaceId } = owner;
    const made = await createConversation(
      owner,
      newConversationInput.parse({ title: 'The title', visibility: 'workspace' }),
    );
    conversationId = made.id;
    const place = { workspaceId, conversationId, userId };
    const db = await getDb();
    await storeBlob(HASH, Buffer.from('content of the plan'));
    const id = '019aa000-0000-7000-8000-000000000001';
    await db.execute(sql`insert into attachment (id, workspace_id, owner_id, hash, name, media_type, bytes, kind)
      values (${id}, ${workspaceId}, ${userId}, ${HASH}, 'plan.txt', 'text/plain', 19, 'text')`);
    const file = { type: 'attachment', id, name: 'plan.txt', mediaType: 'text/plain', bytes: 19, kind: 'text' };
    first = await insertLoggedRun(place, [text('question one'), file], log('one'));
    await db.execute(sql`insert into message_attachment (message_id, attachment_id, workspace_id)
      values (${first.messageId}, ${id}, ${workspaceId})`);
    other = await insertLoggedRun(
      { ...place, parentId: first.messageId },
      [text('question of another branch')],
      log('elsewhere'),
    );
  });

  afterAll(() => stopEngine());

  const make = (body: object = {}) =>
    client.makeShare(owner.key, { conversationId, leafId: first.answerMessageId, audience: 'anyone', ...body });

  describe.each(SHARE_LEVELS)('at the level %s', (level) => {
    it('show what it says and no other branch, to anybody, by every door', async () => {
      const { token } = await make({ level });
      const [all = '', run = '', stream = '', attached = '', worked = ''] = await client.readEverything(
        {},
        token,
        first.runId,
      );
      const at = SHARE_LEVELS.indexOf(level);
      for (const door of [all, run, stream]) {
        expect(door).toMatch(/^200 /);
        expect(door).toContain('final one');
        expect(door.includes('answer one')).toBe(at >= 1);
        expect(door.includes('call one')).toBe(at >= 2);
        for (const never of ['elsewhere', 'another branch', 'streamed', owner.email, owner.userId, conversationId])
          expect(door, never).not.toContain(never);
      }
      expect(all).toContain('question one');
      expect(all).toContain('plan.txt');
      expect(stream).toMatch(/event: end\ndata: \{\}\n\n$/);
      if (at < 3) expect([attached.slice(0, 3), worked.slice(0, 3)]).toEqual(['404', '404']);
      else expect(attached).toBe('200 content of the plan');
      // A run of another branch is not there, whoever asks.
      expect((await client.readRun({}, token, other.runId)).status).toBe(404);
      expect((await client.followRun({}, token, other.runId)).status).toBe(404);
    });
  });

  it('that are revoked, expired or not for one are the same, in every byte, as one that never was', async () => {
    const never = randomBytes(32).toString('base64url');
    const stranger = await client.personWithKey();
    const nothing = await client.readEverything({}, never, first.runId);
    expect(new Set(nothing.map((answer) => answer.slice(0, 3)))).toEqual(new Set(['404']));
    const same = async (token: string, headers: client.Headers = {}) => {
      expect(await client.readEverything(headers, token, first.runId)).toEqual(nothing);
      const [is, was] = [await client.readShare(headers, token), await client.readShare({}, never)];
      expect([...is.headers]).toEqual([...was.headers]);
      const [one, two] = [await client.unlockShare(headers, token, 'x'), await client.unlockShare({}, never, 'x')];
      expect([one.status, await one.text()]).toEqual([404, await two.text()]);
    };
    const open = async (body: object = {}) => {
      const made = await make({ level: 'files', ...body });
      expect((await client.readShare(owner.key, made.token)).status).toBe(200);
      return made;
    };
    const revoked = await open();
    expect((await client.revokeShare(owner.key, revoked.id)).status).toBe(204);
    await same(revoked.token);
    await same(revoked.token, owner.key);

    const expired = await open({ expiresAt: new Date(Date.now() + 60_000).toISOString() });
    await (await getDb()).execute(sql`update share set expires_at = now() where id = ${expired.id}`);
    await same(expired.token);

    await same((await open({ audience: 'signedIn' })).token);
    for (const who of [{}, stranger.key]) {
      await same((await open({ audience: 'workspace' })).token, who);
      await same((await open({ audience: 'people', people: ['someone@example.com'] })).token, who);
      await same((await make({ audience: 'workspace', password: 'a password' })).token, who);
    }
    await same('../../etc/passwd');
  });

  it('open for those for whom they are', async () => {
    const stranger = await client.personWithKey();
    const colleague = await client.personWithKey({ memberOf: { workspaceId: owner.workspaceId, role: 'viewer' } });
    const table = {
      anyone: [200, 200, 200, 200],
      signedIn: [404, 200, 200, 200],
      workspace: [404, 404, 200, 200],
      people: [404, 200, 404, 200],
    };
    for (const [audience, expected] of Object.entries(table)) {
      const people = audience === 'people' ? [stranger.email.toUpperCase()] : [];
      const { token } = await make({ audience, people });
      const who = [{}, stranger.key, colleague.key, owner.key];
      expect(await Promise.all(who.map(async (key) => (await client.readShare(key, token)).status)), audience).toEqual(
        expected,
      );
    }
    // By an invite somebody may join under any address: one that nobody has confirmed opens nothing.
    const { token } = await make({ audience: 'people', people: [stranger.email] });
    await (await getDb()).execute(sql`update "user" set is_email_verified = false where id = ${stranger.userId}`);
    expect((await client.readShare(stranger.key, token)).status).toBe(404);
  });

  it('with a password ask for it, a limited number of times, and again when it is another', async () => {
    const { id, token } = await make({ password: 'open sesame' });
    const shut = await client.readShare({}, token);
    expect([shut.status, (await shut.json()).error.code]).toEqual([401, 'password_required']);
    expect((await client.followRun({}, token, first.runId)).status).toBe(401);
    expect((await client.unlockShare({}, token, 'wrong')).status).toBe(422);
    const opened = await client.unlockShare({}, token, 'open sesame');
    const cookie = opened.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect(opened.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax/);
    expect((await client.readShare({ cookie }, token)).status).toBe(200);
    const elsewhere = await make({ password: 'open sesame' });
    expect((await client.readShare({ cookie }, elsewhere.token)).status).toBe(401);
    expect((await client.changeShare(owner.key, id, { password: 'another one' })).status).toBe(200);
    expect((await client.readShare({ cookie }, token)).status).toBe(401);
    const tries: number[] = [];
    for (let n = 0; n < 11; n += 1) tries.push((await client.unlockShare({}, elsewhere.token, `guess ${n}`)).status);
    expect(tries).toEqual([...Array(10).fill(422), 429]);
    expect((await client.unlockShare({}, elsewhere.token, 'open sesame')).status).toBe(429);
  });

  it('keep a snapshot as it was until it is taken anew, and show live what comes', async () => {
    const [snapshot, live] = [await make({ mode: 'snapshot' }), await make({ mode: 'live' })];
    const place = { workspaceId: owner.workspaceId, conversationId, userId: owner.userId };
    const later = await insertLoggedRun(
      { ...place, parentId: first.answerMessageId },
      [text('a later question')],
      log('later'),
    );
    const shows = async (token: string) =>
      (await (await client.readShare({}, token)).text()).includes('a later question');
    expect([await shows(snapshot.token), await shows(live.token)]).toEqual([false, true]);
    expect((await client.readRun({}, snapshot.token, later.runId)).status).toBe(404);
    expect((await client.changeShare(owner.key, snapshot.id, { refresh: true })).status).toBe(200);
    expect(await shows(snapshot.token)).toBe(true);
    const open = await insertLoggedRun(
      { ...place, parentId: later.answerMessageId, isOpen: true },
      [text('an open question')],
      log('open').slice(0, -2),
    );
    const half = await make({ leafId: open.answerMessageId, level: 'tools' });
    await (await getDb()).execute(sql`
      insert into run_event_batch (run_id, first_seq, last_seq, epoch, events, bytes) values (${open.runId}, 5, 5, 1,
      ${`${JSON.stringify({ seq: 5, at: '2026-01-01T00:00:00.000Z', runId: open.runId, type: 'answer.posted', slot: 'A', callId: 'c', answerId: 'A.1', content: 'answer behind the snapshot' })}\n`}, 1)`);
    const [all = '', run = '', stream = ''] = await client.readEverything({}, half.token, open.runId);
    for (const door of [all, run, stream]) {
      expect(door).toContain('call open');
      expect(door).not.toContain('behind the snapshot');
    }
    expect(stream).toMatch(/event: end/);
  });

  it('are 404 while who made them may not share, until an administrator takes them over', async () => {
    const db = await getDb();
    const { workspaceId } = owner;
    const maker = await client.personWithKey({ memberOf: { workspaceId, role: 'admin' } });
    const admin = await client.personWithKey({ memberOf: { workspaceId, role: 'admin' } });
    const made = await client.makeShare(maker.key, { conversationId, leafId: first.answerMessageId });
    expect((await client.readShare({}, made.token)).status).toBe(200);
    expect((await client.changeShare(admin.key, made.id, { takeOver: true })).status).toBe(409);
    expect((await client.ask(link, admin.key, { params: { id: made.id }, method: 'POST' })).status).toBe(403);
    await db.execute(sql`delete from membership where user_id = ${maker.userId} and workspace_id = ${workspaceId}`);
    expect((await client.readShare({}, made.token)).status).toBe(404);
    expect((await client.ask(getShare, maker.key, { params: { id: made.id } })).status).toBe(404);
    expect((await client.changeShare(admin.key, made.id, { takeOver: true })).status).toBe(200);
    expect((await client.readShare({}, made.token)).status).toBe(200);
  });

  it('open no wider than the policy of the workspace allows, also those that are there', async () => {
    const made = await Promise.all(
      (['anyone', 'signedIn', 'workspace'] as const).map((audience) => make({ audience })),
    );
    const db = await getDb();
    for (const [sharing, expected] of [
      ['signedIn', [404, 200, 200]],
      ['workspace', [404, 404, 200]],
      ['none', [404, 404, 404]],
    ] as const) {
      await db.execute(sql`insert into workspace_policy (workspace_id, policy) values (${owner.workspaceId}, ${JSON.stringify({ sharing })}::jsonb)
        on conflict (workspace_id) do update set policy = excluded.policy`);
      const is = await Promise.all(made.map(async ({ token }) => (await client.readShare(owner.key, token)).status));
      expect(is, sharing).toEqual(expected);
      await expect(make({ audience: 'anyone' })).rejects.toThrow(/403/);
    }
    await db.execute(sql`delete from workspace_policy`);
  });

  it('end what is open on them within two seconds', async () => {
    // It takes up what it finds running when it starts, and is not to take up this one.
    await getEngine();
    const place = { workspaceId: owner.workspaceId, conversationId, userId: owner.userId };
    const open = await insertLoggedRun(
      { ...place, parentId: first.answerMessageId, isOpen: true },
      [text('an open question')],
      log('open').slice(0, -1),
    );
    const changes: [string, (id: string) => Promise<unknown>][] = [
      ['revoked', (id) => client.revokeShare(owner.key, id)],
      ['lowered', (id) => client.changeShare(owner.key, id, { level: 'final' })],
      ['shut', (id) => client.changeShare(owner.key, id, { password: 'a password' })],
      ['expired', async (id) => (await getDb()).execute(sql`update share set expires_at = now() where id = ${id}`)],
    ];
    await Promise.all(
      changes.map(async ([name, change]) => {
        const { id, token } = await make({ mode: 'live', leafId: open.answerMessageId, level: 'tools' });
        const response = await client.followRun({}, token, open.runId);
        const reader = response.body!.getReader();
        expect(new TextDecoder().decode((await reader.read()).value), name).toContain('answer open');
        await change(id);
        const began = performance.now();
        let rest = '';
        for (;;) {
          const { done, value } = await reader.read();
          if (done) break;
          rest += new TextDecoder().decode(value);
        }
        expect(performance.now() - began, name).toBeLessThan(2_000);
        expect(rest, name).not.toContain('event: end');
      }),
    );
  });

  it('are counted, listed without their address, given again to their maker, and copied by whoever may open them', async () => {
    const stranger = await client.personWithKey();
    const { id, token } = await make({ level: 'files', title: 'Shown title' });
    await client.readShare({}, token);
    await client.readShare(stranger.key, token);
    const [listed, one] = [
      await (await client.ask(listShares, owner.key, { query: '?scope=own' })).text(),
      await (await client.ask(getShare, owner.key, { params: { id } })).text(),
    ];
    for (const answer of [listed, one]) expect(answer).not.toContain(token);
    expect(JSON.parse(one).share).toMatchObject({
      views: 2,
      title: 'Shown title',
      hasPassword: false,
      revokedAt: null,
    });
    expect((await client.ask(getShare, stranger.key, { params: { id } })).status).toBe(404);
    const again = await (await client.ask(link, owner.key, { params: { id }, method: 'POST' })).json();
    expect(again.share.url).toBe(`http://localhost/share/${token}`);
    expect((await client.copyShare({}, token)).status).toBe(401);
    const copied = await client.copyShare(stranger.key, token);
    expect(copied.status).toBe(201);
    const { conversation } = await copied.json();
    expect(conversation).toMatchObject({ title: 'Shown title', ownerId: stranger.userId });
    const rows = await (await getDb()).execute(
      sql`select role, parts from message where conversation_id = ${conversation.id} order by id`,
    );
    expect(JSON.stringify(rows.rows)).toContain('final one');
    expect(JSON.stringify(rows.rows)).toContain('plan.txt');
    expect((await client.ask(revokeAll, owner.key, { method: 'DELETE' })).status).toBe(204);
    expect((await client.readShare({}, token)).status).toBe(404);
  });
});
