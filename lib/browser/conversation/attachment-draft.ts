import {
  type AttachmentKind,
  type AttachmentRef,
  MAX_ATTACHED_BYTES,
  MAX_ATTACHMENT_BYTES,
  MAX_ATTACHMENTS,
} from '@/lib/protocol/attachment';
import { texts } from './texts';

/** A file in the composer. */
export interface AttachmentDraft {
  key: number;
  name: string;
  bytes: number;
  kind: AttachmentKind;
  /** Address of a picture of it in this page. */
  preview: string | null;
  /** Share that has been sent, between 0 and 1. */
  progress: number;
  /** Set when it is on the server. */
  attachment: AttachmentRef | null;
  /** Why it cannot be sent, in words. */
  error: string | null;
}

/** For the file dialog; what a file really is, the server sees. */
export const ACCEPTED =
  'image/png,image/jpeg,image/gif,image/webp,application/pdf,text/*,.md,.csv,.json,.yaml,.yml,.xml,.log';

const IMAGES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

/** What the browser takes the file for. */
export function kindOf({ type }: Pick<File, 'type'>): AttachmentKind {
  if (IMAGES.includes(type)) return 'image';
  return type === 'application/pdf' ? 'document' : 'text';
}

/** Why it is of no use to upload the file beside those that are there; `null` = nothing speaks against it. */
export function refusalOf(file: Pick<File, 'type' | 'size'>, beside: AttachmentDraft[]): string | null {
  const kind = kindOf(file);
  if (file.size === 0) return texts.emptyFile;
  if (/^(?:image|audio|video|font)\//.test(file.type) && kind !== 'image' && file.type !== 'image/svg+xml') {
    return texts.wrongKind;
  }
  const most = MAX_ATTACHMENT_BYTES[kind];
  if (file.size > most) return texts.tooLarge(kind, formatBytes(most), formatBytes(file.size));
  const usable = beside.filter(({ error }) => error === null);
  if (usable.length >= MAX_ATTACHMENTS) return texts.tooMany(MAX_ATTACHMENTS);
  const total = usable.reduce((sum, { bytes }) => sum + bytes, file.size);
  return total > MAX_ATTACHED_BYTES
    ? texts.tooLargeTogether(formatBytes(MAX_ATTACHED_BYTES), formatBytes(total))
    : null;
}

/** `820 bytes`, `14 KB`, `2.3 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1).replace(/\.0$/, '')} MB`;
}
