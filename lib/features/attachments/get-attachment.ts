import 'server-only';
import type { Actor } from '@/lib/platform/auth/actor';
import { type AttachmentView, attachmentView } from './attachment-view';
import { findAttachmentOrThrow } from './find-attachment-or-throw';

/** What is known of an attachment. Throws `not_found` for strangers. */
export async function getAttachment(actor: Actor, attachmentId: string): Promise<AttachmentView> {
  return attachmentView((await findAttachmentOrThrow(actor, attachmentId)).attachment);
}
