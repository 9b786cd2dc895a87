import { sql } from 'drizzle-orm';
import { dbKind, getDb } from '../../client';

/** As a server's own maintenance has them: a share of the rows, and so many more that small tables are left alone. */
const CHANGED = { share: 0.1, rows: 50 };
const DEAD = { share: 0.2, rows: 50 };

/**
 * What a Postgres server does by itself and the embedded database does not: tables that have changed are counted anew for the planner, and the
 * place of rows that are gone is given free. Without it a search took every word for rare, and the queue of what is to be made findable kept
 * all that had ever gone through it. A table at a time, because there is one connection. Does nothing on a server.
 */
export async function maintainEmbedded(): Promise<void> {
  if (dbKind() !== 'pglite') return;
  const db = await getDb();
  // The counts of the last second may not have been written down yet.
  await db.execute(sql`select pg_stat_force_next_flush()`);
  const { rows } = await db.execute<{ name: string; isDead: boolean; isChanged: boolean }>(sql`
    select quote_ident(schemaname) || '.' || quote_ident(relname) as name,
      n_dead_tup > ${DEAD.rows} + ${DEAD.share}::float8 * n_live_tup as "isDead",
      n_mod_since_analyze > ${CHANGED.rows} + ${CHANGED.share}::float8 * n_live_tup as "isChanged"
    from pg_stat_user_tables`);
  for (const { name, isDead, isChanged } of rows) {
    if (isDead) await db.execute(sql.raw(`vacuum ${name}`));
    if (isChanged) await db.execute(sql.raw(`analyze ${name}`));
  }
}
