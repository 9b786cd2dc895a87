import type { AttachmentRecord } from '@/db/types/attachment-record';

/**
 * Headers under which a browser runs nothing of an attachment in our origin: images are shown, everything else is saved, and text is only
 * ever plain text; the policy for its addresses stands in next.config.ts.
 */
export function contentHeaders({
  kind,
  mediaType,
  name,
  bytes,
}: Pick<AttachmentRecord, 'kind' | 'mediaType' | 'name' | 'bytes'>): Record<string, string> {
  return {
    'content-type': kind === 'text' ? 'text/plain; charset=utf-8' : mediaType,
    'content-length': String(bytes),
    'content-disposition': `${kind === 'image' ? 'inline' : 'attachment'}; ${fileNames(name)}`,
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
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
