import { sql } from 'drizzle-orm';
import { preparedSql } from '../../prepared';
import type { MessagePart } from '../../schema/conversations';
import type { Db } from '../../types/database';

/** Something that was written and cannot be found yet. */
export interface PendingEntry {
  /** The newest of its notes. */
  seq: number;
  id: string;
  conversationId: string;
  workspaceId: string;
  /** `null` = it is the conversation's title. */
  role: 'user' | 'assistant' | null;
  title: string;
  parts: MessagePart[] | null;
  authorId: string;
  team: string | null;
  at: string;
}

export interface Pending {
  /** The last note that was read; `null` = there is none. */
  upTo: number | null;
  entries: PendingEntry[];
}

/** The oldest notes; of what is gone meanwhile there is no entry. */
export async function readPending(db: Db, limit: number): Promise<Pending> {
  const rows = await oldest(db, { limit });
  const entries = rows.filter(
    (row): row is typeof row & PendingEntry =>
      row.conversationId != null && (row.role != null || row.id === row.conversationId),
  );
  return { upTo: rows[0]?.upTo ?? null, entries };
}

/** At nearly each end of a run: built once. */
const oldest = preparedSql<Partial<PendingEntry> & { upTo: number } & Record<string, unknown>>(
  'read_pending',
  () => sql`
    with notes as materialized (select seq, id, conversation_id from search_pending order by seq limit ${sql.placeholder('limit')}),
    newest as materialized (select id, conversation_id, max(seq) as seq from notes group by id, conversation_id)
    select (select max(seq) from notes)::float8 as "upTo", n.seq::float8 as seq, n.id, c.id as "conversationId",
      c.workspace_id as "workspaceId", m.role, c.title, m.parts,
      coalesce(answered.created_by, asked.created_by, c.owner_id) as "authorId",
      coalesce(answered.team, asked.team) ->> 'name' as team, coalesce(m.created_at, c.created_at)::text as at
    from newest n
    left join conversation c on c.id = n.conversation_id
    left join message m on m.id = n.id
    left join run answered on answered.answer_message_id = n.id
    left join lateral (select r.created_by, r.team from run r where r.message_id = n.id order by r.created_at limit 1) asked on true`,
);
