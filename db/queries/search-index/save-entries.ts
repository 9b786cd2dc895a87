import { sql } from 'drizzle-orm';
import { preparedSql } from '../../prepared';
import type { Db } from '../../types/database';

export interface NewEntry {
  seq: number;
  id: string;
  conversationId: string;
  workspaceId: string;
  kind: 'title' | 'question' | 'answer';
  authorId: string;
  team: string | null;
  at: string;
  /** As a `tsvector` is written. */
  words: string;
}

/** Stores entries and takes away the notes up to the last one that was read; what is older than what is there changes nothing. */
export async function saveEntries(db: Db, entries: NewEntry[], upTo: number): Promise<void> {
  await save(db, { entries: JSON.stringify(entries), upTo });
}

/** At nearly each end of a run: built once. */
const save = preparedSql(
  'save_entries',
  () => sql`
    with given as (select * from jsonb_to_recordset(${sql.placeholder('entries')}::jsonb) as e(seq bigint, id uuid, "conversationId" uuid,
      "workspaceId" uuid, kind text, "authorId" uuid, team text, at timestamptz, words text)
    ), saved as (
      insert into search_entry (id, conversation_id, workspace_id, kind, author_id, team, at, seq, words)
      select g.id, g."conversationId", g."workspaceId", g.kind, u.id, g.team, g.at, g.seq, g.words::tsvector
      from given g join conversation c on c.id = g."conversationId" left join "user" u on u.id = g."authorId"
      on conflict (id) do update set team = excluded.team, seq = excluded.seq, words = excluded.words
        where search_entry.seq < excluded.seq
    )
    delete from search_pending where seq <= ${sql.placeholder('upTo')}`,
);
