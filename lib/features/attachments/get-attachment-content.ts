import 'server-only';
import { ReadableStream as NodeStream } from 'node:stream/web';
import type { Actor } from '@/lib/platform/auth/actor';
import { findAttachmentOrThrow } from './find-attachment-or-throw';

export interface AttachmentContent {
  body: ReadableStream<Uint8Array>;
  headers: Record<string, string>;
}

/**
 * An attachment's bytes with headers under which a browser runs nothing of them in our origin: images are shown, everything else is
 * saved, and text is only ever plain text; the policy for this address stands in next.config.ts. Throws `not_found` for strangers.
 */
export async function getAttachmentContent(actor: Actor, attachmentId: string): Promise<AttachmentContent> {
  const { attachment, content } = await findAttachmentOrThrow(actor, attachmentId);
  const { kind, mediaType, name, bytes } = attachment;
  const isImage = kind === 'image';
  return {
    body: NodeStream.from(content()) as ReadableStream<Uint8Array>,
    headers: {
      'content-type': kind === 'text' ? 'text/plain; charset=utf-8' : mediaType,
      'content-length': String(bytes),
      'content-disposition': `${isImage ? 'inline' : 'attachment'}; ${fileNames(name)}`,
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      // Content never changes under its id, but who may see it does.
      'cache-control': 'private, max-age=300',
    },
  };
}

/** RFC 6266: the plain form for old programs, the encoded one for everything beyond ASCII. */
function fileNames(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `filename="${plain}"; filename*=UTF-8''${encoded}`;
}
