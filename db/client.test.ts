import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { closeDb, dbKind, getDb, rawClient } from './client';
import { user } from './schema/auth';
import { conversation, message } from './schema/conversations';
import { workspace } from './schema/workspaces';
import { testDatabaseKinds, useTestDatabase } from './testing/use-test-database';

const USER = '01900000-0000-7000-8000-000000000001';
const SPACE = '01900000-0000-7000-8000-000000000002';
const CONVERSATION = '01900000-0000-7000-8000-000000000003';

describe.each(testDatabaseKinds())('the database (%s)', (kind) => {
  useTestDatabase(kind);

  it('is of the kind that the environment asks for', async () => {
    expect(dbKind()).toBe(kind);
    expect((await rawClient()).kind).toBe(kind);
  });

  it('keeps arrays, JSON and times as they were given, with millisecond times', async () => {
    const db = await getDb();
    await db.insert(user).values({ id: USER, email: 'a@b.c', name: 'A', role: 'owner' });
    await db.insert(workspace).values({ id: SPACE, name: 'Mine', personalOf: USER });
    const [made] = await db
      .insert(conversation)
      .values({ id: CONVERSATION, workspaceId: SPACE, ownerId: USER, title: 'T' })
      .returning();
    expect(made?.labels).toEqual([]);
    const parts = [{ type: 'text' as const, text: 'It’s "quoted" \\ ✓' }];
    await db
      .insert(message)
      .values({ id: USER, workspaceId: SPACE, conversationId: CONVERSATION, role: 'user', parts });
    expect((await db.select().from(message))[0]?.parts).toEqual(parts);
    const exact = await db.execute<{ same: boolean }>(
      sql`select ${conversation.updatedAt} = ${made?.updatedAt.toISOString()}::timestamptz as same from ${conversation}`,
    );
    expect(exact.rows).toEqual([{ same: true }]);
  });

  it('rolls a failed transaction back', async () => {
    const db = await getDb();
    const failing = db.transaction(async (tx) => {
      await tx.update(user).set({ name: 'B' });
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    expect(await db.select({ name: user.name }).from(user)).toEqual([{ name: 'A' }]);
  });

  it('is whole after it was closed and opened again', async () => {
    await closeDb();
    const db = await getDb();
    expect(await db.select({ email: user.email }).from(user)).toEqual([{ email: 'a@b.c' }]);
  });

  it('is opened once, however many ask at the same time', async () => {
    await closeDb();
    const [first, ...others] = await Promise.all([getDb(), getDb(), getDb()]);
    expect(others.every((other) => other === first)).toBe(true);
  });
});

describe.runIf(process.env.TEST_DATABASE_URL)('a Postgres server', () => {
  it('is migrated once when several instances start together', async () => {
    const { openPostgres } = await import('./open-postgres');
    const { Client } = await import('pg');
    const url = new URL(process.env.TEST_DATABASE_URL ?? '');
    const name = `massgen_test_boot_${process.pid}`;
    const admin = new Client({ connectionString: url.href });
    await admin.connect();
    await admin.query(`create database ${name}`);
    try {
      url.pathname = `/${name}`;
      const instances = await Promise.all([1, 2, 3, 4].map(() => openPostgres(url.href, 2)));
      const applied = await instances[0]?.db.execute(sql`select hash from drizzle.__drizzle_migrations`);
      const hashes = applied?.rows.map((row) => row.hash);
      expect(hashes?.length).toBeGreaterThan(0);
      expect(new Set(hashes).size).toBe(hashes?.length);
      await Promise.all(instances.map((instance) => instance.close()));
    } finally {
      await admin.query(`drop database ${name} with (force)`);
      await admin.end();
    }
  });
});
