import { sql } from 'drizzle-orm';
import { getDb } from '../../client';
import { conversation } from '../../schema/conversations';
import { workspacePolicy } from '../../schema/workspaces';

/**
 * Deletes the conversations that nobody has used for as long as their workspace's policy keeps them, but for those in which a run goes on.
 * How many there were, by workspace.
 */
export async function deleteExpiredConversations(): Promise<Map<string, number>> {
  const db = await getDb();
  const { rows } = await db.execute<{ workspaceId: string }>(sql`
    delete from ${conversation} c using ${workspacePolicy} p
    where p.workspace_id = c.workspace_id
      and c.updated_at < now() - make_interval(days => (p.policy ->> 'retentionDays')::integer)
      and not exists (select 1 from run r where r.conversation_id = c.id and r.status in ('queued', 'running'))
    returning c.workspace_id as "workspaceId"`);
  const counts = Map.groupBy(rows, ({ workspaceId }) => workspaceId);
  return new Map([...counts].map(([workspaceId, all]) => [workspaceId, all.length]));
}
