import { sql } from 'drizzle-orm';
import type { Db } from '../../types/database';

const STATEMENT_HASHES = 2_000;

/** Notes that the conversation's contexts need these blobs. Does nothing when the conversation has been deleted. */
export async function insertContextRefs(db: Db, conversationId: string, hashes: string[]): Promise<void> {
  for (let start = 0; start < hashes.length; start += STATEMENT_HASHES) {
    await db.execute(sql`
      with place as (select id, workspace_id from conversation where id = ${conversationId} for key share)
      insert into context_blob (conversation_id, workspace_id, hash)
      select place.id, place.workspace_id, hash
      from place, unnest(${sql.param(hashes.slice(start, start + STATEMENT_HASHES))}::text[]) as input(hash)
      order by hash on conflict do nothing`);
  }
}
