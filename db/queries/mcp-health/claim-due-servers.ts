import { sql } from 'drizzle-orm';
import { getDb } from '../../client';
import { mcpServer } from '../../schema/mcp';

export interface DueServer {
  id: string;
  /** In whose name it is looked up: its owner, or an administrator of its workspace. */
  userId: string;
}

/**
 * Takes servers that have not been looked at for so long, oldest first; another process does not take them as well. Only those that agents may
 * use, which have been tried before; no program is started for it.
 */
export async function claimDueServers(minutes: number, most: number): Promise<DueServer[]> {
  const db = await getDb();
  const due = sql`select s.id from ${mcpServer} s
    where s.enabled and s.transport ->> 'type' <> 'stdio' and s.checked_at < now() - make_interval(mins => ${minutes}::integer)
    order by s.checked_at limit ${most} for update skip locked`;
  const rows = await db
    .update(mcpServer)
    .set({ checkedAt: sql`now()` })
    .where(sql`${mcpServer.id} in (${due})`)
    .returning({
      id: mcpServer.id,
      userId: sql<string | null>`coalesce(${mcpServer.userId}, (select m.user_id from membership m
        where m.workspace_id = ${mcpServer.workspaceId} and m.role in ('owner', 'admin') order by m.role desc, m.user_id limit 1))`,
    });
  return rows.flatMap(({ id, userId }) => (userId === null ? [] : [{ id, userId }]));
}
