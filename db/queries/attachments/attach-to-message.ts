import { and, inArray } from 'drizzle-orm';
import { attachment, messageAttachment } from '../../schema/attachments';
import type { AttachmentRecord } from '../../types/attachment-record';
import type { Db } from '../../types/database';
import type { QueryActor } from '../../types/query-actor';
import { visibleAttachment } from './visible-attachment';

/** As a message holds it. */
export type AttachmentPart = Omit<AttachmentRecord, 'createdAt'>;

/**
 * Those of the attachments that the actor may see, in the given order. Until the transaction ends nobody removes them.
 */
export async function lockAttachments(actor: QueryActor, tx: Db, attachmentIds: string[]): Promise<AttachmentPart[]> {
  const { id, name, mediaType, bytes, kind } = attachment;
  const found = await tx
    .select({ id, name, mediaType, bytes, kind })
    .from(attachment)
    .where(and(inArray(attachment.id, attachmentIds), visibleAttachment(actor)))
    .for('key share');
  return attachmentIds.flatMap((wanted) => found.filter((row) => row.id === wanted));
}

/** Gives a message of the actor what `lockAttachments` has found. */
export async function attachToMessage(
  _actor: QueryActor,
  tx: Db,
  message: { id: string; workspaceId: string },
  attachments: AttachmentPart[],
): Promise<void> {
  await tx
    .insert(messageAttachment)
    .values(
      attachments.map(({ id }) => ({ messageId: message.id, workspaceId: message.workspaceId, attachmentId: id })),
    );
}
