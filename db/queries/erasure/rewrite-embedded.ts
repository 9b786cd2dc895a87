import { sql } from 'drizzle-orm';
import { dbKind, getDb } from '../../client';
import { TABLE_ERASURE } from '../../erasure/declared';

/** A larger database would hold up everybody for too long; what was deleted in it is written over in time. */
const LARGEST_BYTES = 500_000_000;

/**
 * What is deleted stays in the files of a database until it is written over. The embedded one is written anew, with its journal, so that it is
 * gone from the disk as well; a Postgres server does that by itself in time (vacuum), and its operator has the disk.
 * @param of what was erased: its tables are written anew
 */
export async function rewriteEmbedded(of: 'conversation' | 'person'): Promise<void> {
  if (dbKind() !== 'pglite') return;
  const db = await getDb();
  const { rows } = await db.execute<{ bytes: number }>(
    sql`select pg_database_size(current_database())::float8 as bytes`,
  );
  if ((rows[0]?.bytes ?? 0) > LARGEST_BYTES) return;
  const tables = Object.keys(TABLE_ERASURE).filter((table) => {
    const becomes = TABLE_ERASURE[table]?.[of];
    return becomes === 'cascade' || becomes === 'query';
  });
  for (const table of tables) await db.execute(sql.raw(`vacuum full "${table}"`));
  // The journal's old files would otherwise be kept for the next entries, with what stands in them.
  await db.execute(sql`set wal_recycle = off`);
  await db.execute(sql`checkpoint`);
  await db.execute(sql`select pg_switch_wal()`);
  await db.execute(sql`checkpoint`);
}
