import 'server-only';
import { ReadableStream as NodeStream } from 'node:stream/web';
import type { Actor } from '@/lib/platform/auth/actor';
import { contentHeaders } from './content-headers';
import { findAttachmentOrThrow } from './find-attachment-or-throw';

export interface AttachmentContent {
  body: ReadableStream<Uint8Array>;
  headers: Record<string, string>;
}

/** An attachment's bytes with headers that keep them from doing anything in our origin. Throws `not_found` for strangers. */
export async function getAttachmentContent(actor: Actor, attachmentId: string): Promise<AttachmentContent> {
  const { attachment, content } = await findAttachmentOrThrow(actor, attachmentId);
  return {
    body: NodeStream.from(content()) as ReadableStream<Uint8Array>,
    headers: {
      ...contentHeaders(attachment),
      // Content never changes under its id, but who may see it does.
      'cache-control': 'private, max-age=300',
    },
  };
}
