import { cutText } from '@/lib/protocol/text/cut-text';
import type { SniffedType } from './sniff-type';

const MAX_NAME_CHARS = 200;
/** Control characters, and those that turn the direction of what follows. */
const UNSEEN = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** The file's own name, without folders and without characters that mislead or break a line; a name for a file that has none. */
export function cleanFileName(given: string, { kind, mediaType }: SniffedType): string {
  const name = given.toWellFormed().replace(UNSEEN, '').split(/[\\/]/).at(-1)?.trim() ?? '';
  if (name === '' || name === '.' || name === '..') return `${kind}.${EXTENSIONS[mediaType] ?? 'txt'}`;
  if (name.length <= MAX_NAME_CHARS) return name;
  const dot = name.lastIndexOf('.');
  const extension = dot > 0 && name.length - dot <= 12 ? name.slice(dot) : '';
  return `${cutText(name, MAX_NAME_CHARS - extension.length)}${extension}`;
}

const EXTENSIONS: Record<string, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
};
