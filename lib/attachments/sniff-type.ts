import type { AttachmentKind } from '@/lib/protocol/attachment';
import { decodeText } from './decode-text';

export interface SniffedType {
  kind: AttachmentKind;
  mediaType: string;
}

const SIGNATURES: { mediaType: string; kind: AttachmentKind; begins: (bytes: Buffer) => boolean }[] = [
  { mediaType: 'image/png', kind: 'image', begins: (bytes) => at(bytes, 0, '\x89PNG\r\n\x1a\n') },
  { mediaType: 'image/jpeg', kind: 'image', begins: (bytes) => at(bytes, 0, '\xff\xd8\xff') },
  { mediaType: 'image/gif', kind: 'image', begins: (bytes) => at(bytes, 0, 'GIF87a') || at(bytes, 0, 'GIF89a') },
  { mediaType: 'image/webp', kind: 'image', begins: (bytes) => at(bytes, 0, 'RIFF') && at(bytes, 8, 'WEBP') },
  { mediaType: 'application/pdf', kind: 'document', begins: (bytes) => at(bytes, 0, '%PDF-') },
];

/** Text types that models and people gain from knowing; all other text is plain. */
const TEXT_TYPES: Record<string, string> = {
  md: 'text/markdown',
  markdown: 'text/markdown',
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  json: 'application/json',
  html: 'text/html',
  htm: 'text/html',
  xml: 'application/xml',
  svg: 'image/svg+xml',
  yaml: 'application/yaml',
  yml: 'application/yaml',
};

/** What the bytes are, whatever they are called; the name only tells one kind of text from another. `null` = nothing that we take. */
export function sniffType(bytes: Buffer, name: string): SniffedType | null {
  const known = SIGNATURES.find(({ begins }) => begins(bytes));
  if (known) return { kind: known.kind, mediaType: known.mediaType };
  if (decodeText(bytes) === null) return null;
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return { kind: 'text', mediaType: (Object.hasOwn(TEXT_TYPES, extension) && TEXT_TYPES[extension]) || 'text/plain' };
}

function at(bytes: Buffer, offset: number, signature: string): boolean {
  return bytes.toString('latin1', offset, offset + signature.length) === signature;
}
