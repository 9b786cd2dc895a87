import { eq, notExists, type SQL, sql } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/pg-core';
import { attachment, messageAttachment } from '../../schema/attachments';

/** The condition that no message has the row of `attachment`. */
export function unusedAttachment(): SQL {
  return notExists(
    new QueryBuilder()
      .select({ one: sql`1` })
      .from(messageAttachment)
      .where(eq(messageAttachment.attachmentId, attachment.id)),
  );
}
