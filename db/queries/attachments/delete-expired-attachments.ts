import { and, sql } from 'drizzle-orm';
import { getDb } from '../../client';
import { attachment } from '../../schema/attachments';
import { unusedAttachment } from './unused-attachment';

/** Removes whatever was uploaded more than `hours` ago and no message has, or has any more. */
export async function deleteExpiredAttachments(hours: number): Promise<void> {
  const db = await getDb();
  await db
    .delete(attachment)
    .where(and(sql`${attachment.createdAt} < now() - make_interval(hours => ${hours}::integer)`, unusedAttachment()));
}
