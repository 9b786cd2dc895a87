import 'server-only';
import { createHash } from 'node:crypto';
import { insertAttachment } from '@/db/queries/attachments/insert-attachment';
import { sumUnusedAttachments } from '@/db/queries/attachments/sum-unused-attachments';
import { storeBlob } from '@/db/queries/blobs/store-blob';
import { cleanFileName } from '@/lib/attachments/clean-file-name';
import { MAX_UNUSED, MAX_UNUSED_BYTES, UNUSED_HOURS } from '@/lib/attachments/limits';
import { type SniffedType, sniffType } from '@/lib/attachments/sniff-type';
import { texts } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import { MAX_ATTACHMENT_BYTES } from '@/lib/protocol/attachment';
import { type AttachmentView, attachmentView } from './attachment-view';
import type { Upload } from './read-upload';

const MB = 1024 * 1024;
const RETRY_AFTER_SECONDS = 3600;

/**
 * Stores a file for a message to come. What it is follows from its bytes. Throws `invalid` for an empty file or one of a kind that is not
 * taken, `too_large`, `rate_limited` when the person has too many files that no message has.
 */
export async function uploadAttachment(actor: Actor, { name: given, bytes }: Upload): Promise<AttachmentView> {
  if (bytes.byteLength === 0) throw unusable(texts.emptyFile);
  const type = sniffType(bytes, given);
  if (!type) throw unusable(texts.wrongKind);
  refuseLarge(type, bytes.byteLength);
  await refuseHoard(actor, bytes.byteLength);
  const hash = createHash('sha256').update(bytes).digest('hex');
  await storeBlob(hash, bytes);
  const name = cleanFileName(given, type);
  return attachmentView(await insertAttachment(actor, { ...type, name, hash, bytes: bytes.byteLength }));
}

function refuseLarge({ kind }: SniffedType, bytes: number): void {
  const most = MAX_ATTACHMENT_BYTES[kind];
  if (bytes <= most) return;
  throw new AppError('too_large', texts.fileTooLarge(kind, most / MB, (bytes / MB).toFixed(1)));
}

async function refuseHoard(actor: Actor, bytes: number): Promise<void> {
  const unused = await sumUnusedAttachments(actor, UNUSED_HOURS);
  if (unused.count < MAX_UNUSED && unused.bytes + bytes <= MAX_UNUSED_BYTES) return;
  throw new AppError('rate_limited', texts.tooManyUnused, {
    hint: texts.tooManyUnusedHint(UNUSED_HOURS),
    retryAfterSeconds: RETRY_AFTER_SECONDS,
  });
}

function unusable(message: string): AppError {
  return new AppError('invalid', message, { fields: [{ path: 'file', message }] });
}
