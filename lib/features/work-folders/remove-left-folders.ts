import 'server-only';
import { selectKnownConversations } from '@/db/queries/conversations/select-known-conversations';
import { findFirstUserId } from '@/db/queries/users/find-first-user-id';
import { sweepWorkFolders } from '@/lib/work-folders/sweep-work-folders';

/** Removes the working folders that deleted conversations have left behind. */
export async function removeLeftFolders(): Promise<void> {
  const database = await findFirstUserId();
  if (database !== null) await sweepWorkFolders(database, selectKnownConversations);
}
