import { and, eq } from 'drizzle-orm';
import { getDb } from '../../client';
import { attachment } from '../../schema/attachments';
import type { QueryActor } from '../../types/query-actor';
import { memberOf } from '../member-of';
import { unusedAttachment } from './unused-attachment';

/** Deletes an attachment that the actor uploaded and no message has. Returns false for any other. */
export async function removeAttachment(actor: QueryActor, attachmentId: string): Promise<boolean> {
  const db = await getDb();
  const removed = await db
    .delete(attachment)
    .where(
      and(
        eq(attachment.id, attachmentId),
        eq(attachment.ownerId, actor.userId),
        memberOf(actor, attachment.workspaceId, 'attachment.delete', 'own'),
        unusedAttachment(),
      ),
    )
    .returning({ id: attachment.id });
  return removed.length > 0;
}
