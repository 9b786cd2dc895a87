import { sql } from 'drizzle-orm';
import { getDb } from '../../client';
import { conversation } from '../../schema/conversations';
import { keptOnPurpose, unusedFor } from './left-alone';

/** Deletes what people keep no longer by their own settings, but for what they have kept on purpose. The ids. */
export async function deleteUnusedConversations(): Promise<string[]> {
  const db = await getDb();
  const { rows } = await db.execute<{ id: string }>(sql`
    delete from ${conversation} c using "user" u
    where u.id = c.owner_id and u.retention_days is not null and ${unusedFor(sql`u.retention_days`)} and not ${keptOnPurpose()}
    returning c.id`);
  return rows.map(({ id }) => id);
}
