import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { getDb } from '../client';
import { useTestDatabase } from '../testing/use-test-database';
import type { Db } from '../types/database';

/** More often than a statement must come before it is prepared. */
const TIMES = 6;

describe('prepared statements of the embedded database', () => {
  useTestDatabase('pglite');
  let db: Db;

  beforeAll(async () => {
    db = await getDb();
    await db.execute(
      sql`create table thing (id int primary key, name text, tags text[], seen timestamptz, data jsonb)`,
    );
  });

  const insert = (id: number, into: Db = db) =>
    into.execute(
      sql`insert into thing (id, name, tags, data) values (${id}, ${`n${id}`}, ${sql.param(['a', 'b'])}, ${{ id }})`,
    );
  const names = async (into: Db = db) =>
    (await into.execute<{ name: string }>(sql`select name from thing order by id`)).rows.map(({ name }) => name);

  it('gives the same values before and after a statement is prepared', async () => {
    for (let id = 1; id <= TIMES; id += 1) {
      await insert(id);
      const { rows } = await db.execute(sql`select id, tags, seen, data from thing where id = ${id}`);
      expect(rows).toEqual([{ id, tags: ['a', 'b'], seen: null, data: { id } }]);
    }
  });

  it('rejects each time with the SQLSTATE, and the connection goes on', async () => {
    for (let time = 0; time < TIMES; time += 1) {
      const error = await insert(1).then(
        () => null,
        (reason: Error & { cause?: { code?: string } }) => reason,
      );
      expect(error?.cause?.code).toBe('23505');
      expect(await names()).toHaveLength(TIMES);
    }
  });

  it('takes part in transactions: what is rolled back is gone', async () => {
    for (let time = 0; time < TIMES; time += 1) {
      const failing = db.transaction(async (tx) => {
        await insert(100 + time, tx);
        expect(await names(tx)).toContain(`n${100 + time}`);
        await insert(1, tx);
      });
      await expect(failing).rejects.toThrow();
      expect(await names()).toHaveLength(TIMES);
    }
  });

  it('takes nothing into a transaction that others ask meanwhile, before it or behind it', async () => {
    const order: string[] = [];
    const note = (what: string) => () => void order.push(what);
    const transaction = (id: number) =>
      db.transaction(async (tx) => {
        order.push(`${id} begins`);
        await insert(id, tx);
        await new Promise((resolve) => setTimeout(resolve, 20));
        expect(await names(tx)).not.toContain('n202');
        throw new Error('Back.');
      });
    const all = [
      insert(200).then(note('200')),
      transaction(201).catch(note('201 back')),
      insert(202).then(note('202')),
      transaction(203).catch(note('203 back')),
      insert(204).then(note('204')),
    ];
    await Promise.all(all);
    // What is asked behind a transaction waits for it, and for those that wait already.
    expect(order.indexOf('202')).toBeGreaterThan(order.indexOf('201 back'));
    expect(order.indexOf('204')).toBeGreaterThan(order.indexOf('203 back'));
    expect((await names()).filter((name) => /^n20/.test(name))).toEqual(['n200', 'n202', 'n204']);
  });

  it('keeps statements of concurrent callers apart', async () => {
    const found = await Promise.all(
      Array.from({ length: 40 }, async (_, index) => {
        const id = (index % TIMES) + 1;
        const { rows } = await db.execute<{ name: string }>(sql`select name from thing where id = ${id}`);
        return rows[0]?.name === `n${id}`;
      }),
    );
    expect(found).not.toContain(false);
  });
});
