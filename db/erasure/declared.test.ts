import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { getDb } from '../client';
import { testDatabaseKinds, useTestDatabase } from '../testing/use-test-database';
import { TABLE_ERASURE } from './declared';

interface Key extends Record<string, unknown> {
  child: string;
  parent: string;
  rule: string;
}

describe.each(testDatabaseKinds())('what becomes of each table on %s', (kind) => {
  useTestDatabase(kind);

  async function tables(): Promise<string[]> {
    const { rows } = await (await getDb()).execute<{ name: string }>(
      sql`select tablename as name from pg_tables where schemaname = 'public' order by 1`,
    );
    return rows.map(({ name }) => name);
  }

  /** Tables whose rows go when a row of this one goes. */
  async function goingWith(root: string): Promise<Set<string>> {
    const { rows } = await (await getDb()).execute<Key>(sql`
      select child.relname as child, parent.relname as parent, con.confdeltype as rule
      from pg_constraint con join pg_class child on child.oid = con.conrelid join pg_class parent on parent.oid = con.confrelid
      where con.contype = 'f'`);
    const going = new Set([root]);
    for (let size = 0; size < going.size; ) {
      size = going.size;
      for (const { child, parent, rule } of rows) if (rule === 'c' && going.has(parent)) going.add(child);
    }
    return going;
  }

  it('is declared, for every table that there is', async () => {
    expect(Object.keys(TABLE_ERASURE).toSorted()).toEqual(await tables());
  });

  it.each(['conversation', 'person'] as const)('goes by keys where it says so: %s', async (what) => {
    const going = await goingWith(what === 'person' ? 'user' : 'conversation');
    const declared = Object.keys(TABLE_ERASURE).filter((table) => TABLE_ERASURE[table]?.[what] === 'cascade');
    expect(declared.filter((table) => !going.has(table))).toEqual([]);
    const kept = Object.entries(TABLE_ERASURE).filter(([, erasure]) => erasure[what] !== 'cascade');
    for (const [table, { because }] of kept)
      if (TABLE_ERASURE[table]?.[what] === 'anonymous') expect(because, table).toBeTruthy();
  });
});
