import { and, eq } from 'drizzle-orm';
import { getDb } from '../../client';
import { attachment } from '../../schema/attachments';
import type { AttachmentRecord } from '../../types/attachment-record';
import type { QueryActor } from '../../types/query-actor';
import { readBlob } from '../blobs/read-blob';
import { ATTACHMENT_COLUMNS } from './attachment-columns';
import { visibleAttachment } from './visible-attachment';

export interface FoundAttachment {
  attachment: AttachmentRecord;
  ownerId: string;
  /** Reads nothing before it is asked to. */
  content(): AsyncGenerator<Uint8Array>;
}

/** An attachment that the actor may see; `null` for any other. */
export async function findAttachment(actor: QueryActor, attachmentId: string): Promise<FoundAttachment | null> {
  const db = await getDb();
  const [found] = await db
    .select({ ...ATTACHMENT_COLUMNS, hash: attachment.hash, ownerId: attachment.ownerId })
    .from(attachment)
    .where(and(eq(attachment.id, attachmentId), visibleAttachment(actor)));
  if (!found) return null;
  const { hash, ownerId, ...record } = found;
  return { attachment: record, ownerId, content: () => readBlob(db, hash) };
}
