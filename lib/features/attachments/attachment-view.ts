import type { AttachmentRecord } from '@/db/types/attachment-record';

/** An attachment as the API answers it. */
export interface AttachmentView extends Omit<AttachmentRecord, 'createdAt'> {
  createdAt: string;
}

export function attachmentView({ createdAt, ...attachment }: AttachmentRecord): AttachmentView {
  return { ...attachment, createdAt: createdAt.toISOString() };
}
