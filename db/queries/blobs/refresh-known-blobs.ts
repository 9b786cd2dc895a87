import { sql } from 'drizzle-orm';
import type { Db } from '../../types/database';

const STATEMENT_HASHES = 2_000;

/**
 * Which of these blobs are stored, and will be for the next hours: the day of those that may be removed soon is set anew, in one statement
 * with the look, so that none is removed in between.
 */
export async function refreshKnownBlobs(db: Db, hashes: string[]): Promise<string[]> {
  const known: string[] = [];
  for (let start = 0; start < hashes.length; start += STATEMENT_HASHES) {
    const some = sql.param(hashes.slice(start, start + STATEMENT_HASHES));
    const { rows } = await db.execute<{ hash: string }>(sql`
      with old as (
        select hash from blob where hash = any(${some}::text[]) and stored_at < now() - interval '1 hour' order by hash for update
      ), refreshed as (
        update blob set stored_at = now() from old where blob.hash = old.hash returning blob.hash
      )
      select hash from refreshed
      union all
      select hash from blob where hash = any(${some}::text[]) and stored_at >= now() - interval '1 hour'`);
    for (const { hash } of rows) known.push(hash);
  }
  return known;
}
