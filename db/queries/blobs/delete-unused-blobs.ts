import { sql } from 'drizzle-orm';
import { getDb } from '../../client';

/**
 * Removes content to which nothing has referred for `hours`, and pieces that an upload which never ended has left. What is being stored
 * at this moment is younger.
 */
export async function deleteUnusedBlobs(hours: number): Promise<void> {
  const db = await getDb();
  const old = sql`now() - make_interval(hours => ${hours}::integer)`;
  await db.execute(sql`
    with unused as (
      select hash from blob
      where stored_at < ${old} and not exists (select 1 from attachment where attachment.hash = blob.hash)
        and not exists (select 1 from context_blob where context_blob.hash = blob.hash)
      -- What somebody is about to use again is locked.
      for update skip locked
    ), gone as (
      delete from blob using unused where blob.hash = unused.hash returning blob.hash
    )
    delete from blob_piece using gone where blob_piece.hash = gone.hash`);
  await db.execute(sql`
    delete from blob_piece where stored_at < ${old} and not exists (select 1 from blob where blob.hash = blob_piece.hash)`);
}
