import { sql } from 'drizzle-orm';
import type { MessagePart } from '../../schema/conversations';
import type { Db } from '../../types/database';

export interface PathMessage {
  id: string;
  role: 'user' | 'assistant';
  parts: MessagePart[];
}

/** The messages from the conversation's root to `messageId`, oldest first. */
export async function readPath(db: Db, messageId: string): Promise<PathMessage[]> {
  const { rows } = await db.execute<PathMessage & Record<string, unknown>>(sql`
    with recursive path as (
      select id, parent_id, role, parts, 0 as depth from message where id = ${messageId}
      union all
      select m.id, m.parent_id, m.role, m.parts, path.depth + 1 from message m join path on m.id = path.parent_id
    )
    select id, role, parts from path order by depth desc`);
  return rows;
}
