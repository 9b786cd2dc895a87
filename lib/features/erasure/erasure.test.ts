import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { getDb } from '@/db/client';
import { FOLDER_ERASURE } from '@/db/erasure/declared';
import { insertPrompt } from '@/db/queries/prompts/insert-prompt';
import { insertTeam } from '@/db/queries/teams/insert-team';
import { insertPerson } from '@/db/testing/insert-person';
import { testDatabaseKinds, useTestDatabase } from '@/db/testing/use-test-database';
import { seedConversationFile } from '@/lib/features/conversation-files/testing/seed-conversation-file';
import { deleteConversation } from '@/lib/features/conversations/delete-conversation';
import { env } from '@/lib/platform/config/env';
import { deleteAllConversations } from './delete-all-conversations';
import { eraseMe, eraseUser } from './erase-account';
import { exportEverything } from './export-everything';

/** A file of a .zip, as text. */
function entryOf(zip: Buffer, name: string): string {
  const at = zip.indexOf(name);
  const extra = zip.readUInt16LE(at - 2);
  return inflateRawSync(zip.subarray(at + name.length + extra)).toString('utf8');
}

describe.each(testDatabaseKinds())('what is deleted on %s', { timeout: 90_000 }, (kind) => {
  useTestDatabase(kind);

  /** Tables in which a text stands, also in the bytes of contents. */
  async function tablesWith(text: string): Promise<string[]> {
    const db = await getDb();
    const { rows } = await db.execute<{ name: string }>(
      sql`select tablename as name from pg_tables where schemaname = 'public' order by 1`,
    );
    const found: string[] = [];
    for (const { name } of rows) {
      const row = name === 'blob_piece' ? "encode(bytes, 'escape')" : 't::text';
      const hits = await db.execute(sql.raw(`select 1 from "${name}" t where ${row} like '%${text}%' limit 1`));
      if (hits.rows.length > 0) found.push(name);
    }
    return found;
  }

  /** Files of the data folder in which a text stands. */
  function filesWith(text: string): string[] {
    const folder = env().dataDir;
    if (!existsSync(folder)) return [];
    return readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => readFileSync(file).includes(text))
      .map((file) => file.slice(folder.length));
  }

  const nowhere = async (text: string) => ({ tables: await tablesWith(text), files: filesWith(text) });
  const NOWHERE = { tables: [], files: [] };

  it('of a conversation is found nowhere afterwards, and what others have stays', async () => {
    const [gone, kept] = ['zqgonezq', 'zqkeptzq'];
    const { person, place } = await seedConversationFile(gone);
    await seedConversationFile(kept);
    expect(await tablesWith(gone)).toEqual(
      expect.arrayContaining(['blob_piece', 'conversation', 'message', 'run_event_batch']),
    );
    await deleteConversation(person, place.conversationId);
    await expect.poll(() => nowhere(gone), { timeout: 60_000, interval: 1_000 }).toEqual(NOWHERE);
    expect((await tablesWith(kept)).length).toBeGreaterThan(3);
  });

  it('of all conversations of a person', async () => {
    const text = 'zqallzq';
    const { person } = await seedConversationFile(text);
    expect(await deleteAllConversations(person)).toBe(1);
    expect(await nowhere(text)).toEqual(NOWHERE);
    expect(await deleteAllConversations(await insertPerson())).toBe(0);
  });

  it('of an account: what is private goes, what was published passes on without a name', async () => {
    const [own, shown] = ['zqownzq', 'zqshownzq'];
    const { person } = await seedConversationFile(own);
    await insertTeam(person, { workspaceId: person.workspaceId, definition: { name: own, agents: [] } });
    const prompt = { name: own, text: own, variables: [], visibility: 'private' as const };
    await insertPrompt(person, { ...prompt, workspaceId: person.workspaceId });
    const boss = await insertPerson({ role: 'owner' });
    const db = await getDb();
    const published = await seedConversationFile(shown);
    await db.execute(
      sql`insert into membership (workspace_id, user_id, role) values (${boss.workspaceId}, ${published.person.userId}, 'member')`,
    );
    await db.execute(
      sql`update conversation set visibility = 'workspace', workspace_id = ${boss.workspaceId} where id = ${published.place.conversationId}`,
    );
    for (const table of ['message', 'run', 'context_snapshot', 'context_blob'])
      await db.execute(
        sql.raw(
          `update "${table}" set workspace_id = '${boss.workspaceId}' where conversation_id = '${published.place.conversationId}'`,
        ),
      );
    await expect(eraseMe(person, {}, '127.0.0.1')).resolves.toBeUndefined();
    await eraseUser(boss, published.person.userId);
    expect(await nowhere(own)).toEqual(NOWHERE);
    for (const { userId, email } of [person, published.person]) {
      expect(await nowhere(email)).toEqual(NOWHERE);
      expect((await tablesWith(userId)).filter((table) => table !== 'audit_entry')).toEqual([]);
    }
    expect(await tablesWith(shown)).toEqual(
      expect.arrayContaining(['attachment', 'blob_piece', 'message', 'run_event_batch']),
    );
    const { rows } = await db.execute<{ owner: string; starter: string | null }>(sql`
      select c.owner_id as owner, r.created_by as starter from conversation c join run r on r.conversation_id = c.id
      where c.id = ${published.place.conversationId} limit 1`);
    expect(rows[0]).toEqual({ owner: boss.userId, starter: null });
  });

  it('is not an account on which others depend', async () => {
    const db = await getDb();
    const [owner, member] = [await insertPerson(), await insertPerson()];
    await db.execute(sql`insert into workspace (id, name) values (gen_random_uuid(), 'Shared')`);
    await db.execute(
      sql`insert into membership (workspace_id, user_id, role) select id, ${owner.userId}::uuid, 'owner' from workspace where name = 'Shared'`,
    );
    await db.execute(
      sql`insert into membership (workspace_id, user_id, role) select id, ${member.userId}::uuid, 'member' from workspace where name = 'Shared'`,
    );
    await expect(eraseMe(owner, {}, '127.0.0.1')).rejects.toMatchObject({ code: 'conflict' });
    await expect(eraseMe(member, {}, '127.0.0.1')).resolves.toBeUndefined();
    await expect(eraseMe(owner, {}, '127.0.0.1')).resolves.toBeUndefined();
    const stranger = await insertPerson();
    await expect(eraseUser(stranger, stranger.userId)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('can be taken along first, and imported again', async () => {
    const { person } = await seedConversationFile('zqtakenzq');
    // More than one page of them.
    for (let count = 1; count <= 101; count += 1)
      await insertTeam(person, { workspaceId: person.workspaceId, definition: { name: `Team ${count}`, agents: [] } });
    const zip = Buffer.from(await new Response(await exportEverything(person)).arrayBuffer());
    const { importConversations } = await import('@/lib/features/conversation-files/import-conversations');
    const reader = await insertPerson();
    const { ids, warnings } = await importConversations(reader, zip, {});
    expect({ ids: ids.length, warnings }).toEqual({ ids: 1, warnings: [] });
    for (const name of ['Team 1', 'Team 101']) expect(entryOf(zip, 'teams.json')).toContain(`"${name}"`);
  });

  it('stands in folders that are declared', () => {
    const unknown = readdirSync(env().dataDir).filter(
      (name) => !Object.keys(FOLDER_ERASURE).some((known) => name === known || name.startsWith(`${known}-`)),
    );
    expect(unknown).toEqual([]);
  });
});
