import 'server-only';
import { type FoundAttachment, findAttachment } from '@/db/queries/attachments/find-attachment';
import { texts } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';

/** An attachment that the actor may see. Throws `not_found` for any other. */
export async function findAttachmentOrThrow(actor: Actor, attachmentId: string): Promise<FoundAttachment> {
  const found = await findAttachment(actor, attachmentId);
  if (!found) throw new AppError('not_found', texts.noSuchAttachment);
  return found;
}
