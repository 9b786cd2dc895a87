import { sql } from 'drizzle-orm';
import type { Db } from '../../types/database';

/**
 * Deletes these conversations with what is in them alone: messages, runs, logs, contexts, attachments, and the contents that nothing else
 * refers to, at once. To be called in a transaction.
 * @param more hashes of contents whose last reference may have gone as well
 */
export async function deleteContentOf(tx: Db, conversationIds: string[], more: string[] = []): Promise<void> {
  const ids = sql.param(conversationIds);
  const attached = await tx.execute<{ id: string; hash: string }>(sql`
    select distinct attachment.id, attachment.hash from attachment
    join message_attachment a on a.attachment_id = attachment.id join message m on m.id = a.message_id
    where m.conversation_id = any(${ids}::uuid[]) order by 1`);
  const contexts = await tx.execute<{ hash: string }>(
    sql`select distinct hash from context_blob where conversation_id = any(${ids}::uuid[])`,
  );
  await tx.execute(sql`delete from conversation where id = any(${ids}::uuid[])`);
  await tx.execute(sql`
    delete from attachment where id = any(${sql.param(attached.rows.map(({ id }) => id))}::uuid[])
      and not exists (select 1 from message_attachment a where a.attachment_id = attachment.id)`);
  await deleteUnreferred(tx, [...more, ...[...attached.rows, ...contexts.rows].map(({ hash }) => hash)]);
}

/** Of these contents those to which nothing refers any more. */
export async function deleteUnreferred(tx: Db, hashes: string[]): Promise<void> {
  if (hashes.length === 0) return;
  const gone = await tx.execute<{ hash: string }>(sql`
    delete from blob where hash = any(${sql.param(hashes)}::text[])
      and not exists (select 1 from attachment where attachment.hash = blob.hash)
      and not exists (select 1 from context_blob where context_blob.hash = blob.hash)
    returning hash`);
  await tx.execute(
    sql`delete from blob_piece where hash = any(${sql.param(gone.rows.map(({ hash }) => hash))}::text[])`,
  );
}
