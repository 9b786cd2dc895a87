import 'server-only';
import { removeAttachment } from '@/db/queries/attachments/remove-attachment';
import { texts } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import { findAttachmentOrThrow } from './find-attachment-or-throw';

/**
 * Deletes what the actor uploaded and no message has. Throws `not_found` for what they may not see, `forbidden` for what somebody else
 * uploaded, `conflict` for what is part of a message.
 */
export async function deleteAttachment(actor: Actor, attachmentId: string): Promise<void> {
  if (await removeAttachment(actor, attachmentId)) return;
  const { ownerId } = await findAttachmentOrThrow(actor, attachmentId);
  if (ownerId !== actor.userId) throw new AppError('forbidden', texts.othersFile);
  throw new AppError('conflict', texts.fileInMessage, { hint: texts.fileInMessageHint });
}
