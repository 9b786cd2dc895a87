import { sql } from 'drizzle-orm';
import type { Db } from '../../types/database';

const MOST = 200;

/**
 * Conversations whose naming somebody has begun and not ended for `staleSeconds`, or which came to an answer in the last day and nobody has
 * begun with: a process has ended in between.
 */
export async function selectUnnamed(db: Db, staleSeconds: number): Promise<string[]> {
  const { rows } = await db.execute<{ id: string }>(sql`
    select conversation_id as id from conversation_naming
    where done_at is null and claimed_at <= now() - make_interval(secs => ${staleSeconds})
    union
    select r.conversation_id from run r
    where r.status = 'finished' and r.created_at > now() - interval '1 day' and not r.is_imported
      and not exists (select 1 from conversation_naming n where n.conversation_id = r.conversation_id)
    limit ${MOST}`);
  return rows.map(({ id }) => id);
}
