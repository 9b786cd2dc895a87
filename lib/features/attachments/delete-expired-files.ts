import 'server-only';
import { deleteExpiredAttachments } from '@/db/queries/attachments/delete-expired-attachments';
import { deleteUnusedBlobs } from '@/db/queries/blobs/delete-unused-blobs';
import { UNUSED_HOURS } from '@/lib/attachments/limits';

/** Removes uploads that no message has (any more), and content to which nothing refers. */
export async function deleteExpiredFiles(): Promise<void> {
  await deleteExpiredAttachments(UNUSED_HOURS);
  await deleteUnusedBlobs(UNUSED_HOURS);
}
