import { and, eq } from 'drizzle-orm';
import { attachment, messageAttachment } from '../../schema/attachments';
import { message } from '../../schema/conversations';
import type { Db } from '../../types/database';
import { readBlob } from '../blobs/read-blob';

/** The bytes of what was attached to a message of this conversation; `null` when they are not there any more. */
export async function readAttachment(db: Db, conversationId: string, attachmentId: string): Promise<Buffer | null> {
  const [found] = await db
    .select({ hash: attachment.hash })
    .from(attachment)
    .innerJoin(messageAttachment, eq(messageAttachment.attachmentId, attachment.id))
    .innerJoin(message, eq(message.id, messageAttachment.messageId))
    .where(and(eq(attachment.id, attachmentId), eq(message.conversationId, conversationId)))
    .limit(1);
  if (!found) return null;
  const pieces: Uint8Array[] = [];
  for await (const piece of readBlob(db, found.hash)) pieces.push(piece);
  return Buffer.concat(pieces);
}
