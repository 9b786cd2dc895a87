import 'server-only';
import { removeAttachment } from '@/db/queries/attachments/remove-attachment';
import type { Actor } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors/app-error';
import { findAttachmentOrThrow } from './find-attachment-or-throw';

/**
 * Deletes what the actor uploaded and no message has. Throws `not_found` for what they may not see, `forbidden` for what somebody else
 * uploaded, `conflict` for what is part of a message.
 */
export async function deleteAttachment(actor: Actor, attachmentId: string): Promise<void> {
  if (await removeAttachment(actor, attachmentId)) return;
  const { ownerId } = await findAttachmentOrThrow(actor, attachmentId);
  if (ownerId !== actor.userId) throw new AppError('forbidden', 'Somebody else uploaded this file.');
  throw new AppError('conflict', 'The file is part of a message.', { hint: 'Delete the conversation to remove it.' });
}
