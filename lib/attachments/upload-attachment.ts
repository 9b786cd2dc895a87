import 'server-only';
import { createHash } from 'node:crypto';
import { insertAttachment } from '@/db/queries/attachments/insert-attachment';
import { sumUnusedAttachments } from '@/db/queries/attachments/sum-unused-attachments';
import { storeBlob } from '@/db/queries/blobs/store-blob';
import type { Actor } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors/app-error';
import { MAX_ATTACHMENT_BYTES } from '@/lib/protocol/attachment';
import { type AttachmentView, attachmentView } from './attachment-view';
import { cleanFileName } from './clean-file-name';
import { MAX_UNUSED, MAX_UNUSED_BYTES, UNUSED_HOURS } from './limits';
import type { Upload } from './read-upload';
import { type SniffedType, sniffType } from './sniff-type';

const MB = 1024 * 1024;
const RETRY_AFTER_SECONDS = 3600;
const PLURAL = { image: 'images', document: 'PDFs', text: 'text files' };

/**
 * Stores a file for a message to come. What it is follows from its bytes. Throws `invalid` for an empty file or one of a kind that is not
 * taken, `too_large`, `rate_limited` when the person has too many files that no message has.
 */
export async function uploadAttachment(actor: Actor, { name: given, bytes }: Upload): Promise<AttachmentView> {
  if (bytes.byteLength === 0) throw unusable('The file is empty.');
  const type = sniffType(bytes, given);
  if (!type) throw unusable('Only PNG, JPEG, GIF and WebP images, PDFs and text can be attached.');
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
  const size = `${(bytes / MB).toFixed(1)} MB`;
  throw new AppError('too_large', `The file has ${size}; ${PLURAL[kind]} may have ${most / MB} MB.`);
}

async function refuseHoard(actor: Actor, bytes: number): Promise<void> {
  const unused = await sumUnusedAttachments(actor, UNUSED_HOURS);
  if (unused.count < MAX_UNUSED && unused.bytes + bytes <= MAX_UNUSED_BYTES) return;
  throw new AppError('rate_limited', 'You have uploaded too many files that no message has.', {
    hint: `Send or remove some; what is not used is removed after ${UNUSED_HOURS} hours.`,
    retryAfterSeconds: RETRY_AFTER_SECONDS,
  });
}

function unusable(message: string): AppError {
  return new AppError('invalid', message, { fields: [{ path: 'file', message }] });
}
