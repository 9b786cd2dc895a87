import { sql } from 'drizzle-orm';
import { preparedSql } from '../../prepared';
import type { Db } from '../../types/database';

/**
 * Ends the naming of a conversation. A title that a person has given stays, and so does a summary that is there; `null` = there is none to
 * give. It counts as no use of the conversation.
 */
export async function saveNaming(
  db: Db,
  conversationId: string,
  { title, summary }: { title: string | null; summary: string | null },
): Promise<void> {
  await save(db, { conversationId, title, summary });
}

const TITLE = sql`${sql.placeholder('title')}::text`;
const SUMMARY = sql`${sql.placeholder('summary')}::text`;

/** Once for each new conversation: built once. */
const save = preparedSql(
  'save_naming',
  () => sql`
    with ended as (
      update conversation_naming set done_at = now() where conversation_id = ${sql.placeholder('conversationId')} and done_at is null
      returning conversation_id
    )
    update conversation c set
      title = case when c.title_by = 'rule' then coalesce(${TITLE}, c.title) else c.title end,
      title_by = case when c.title_by = 'rule' and ${TITLE} is not null then 'model' else c.title_by end,
      summary = coalesce(c.summary, ${SUMMARY})
    from ended where c.id = ended.conversation_id and (${TITLE} is not null or ${SUMMARY} is not null)`,
);
