import 'server-only';
import { type FoundAttachment, findAttachment } from '@/db/queries/attachments/find-attachment';
import type { Actor } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors/app-error';

/** An attachment that the actor may see. Throws `not_found` for any other. */
export async function findAttachmentOrThrow(actor: Actor, attachmentId: string): Promise<FoundAttachment> {
  const found = await findAttachment(actor, attachmentId);
  if (!found) throw new AppError('not_found', 'There is no such attachment.');
  return found;
}
