import 'server-only';
import { selectLastSeqs } from '@/db/queries/shared/select-last-seqs';
import { selectSharedMessages, selectSharedTree } from '@/db/queries/shared/select-shared-messages';
import type { ShareSnapshot } from '@/db/types/share-record';
import { sharedPath } from '@/lib/features/shared/shared-path';

interface SnapshotOf {
  conversationId: string;
  title: string;
  leafId: string;
}

/** What there is now of a branch: up to which message, and of each of its runs up to which event. */
export async function takeSnapshot({ conversationId, title, leafId }: SnapshotOf): Promise<ShareSnapshot> {
  const path = sharedPath(await selectSharedTree(conversationId), leafId, false);
  const runs = (await selectSharedMessages(path)).flatMap(({ run }) => run ?? []);
  const open = await selectLastSeqs(runs.filter(({ seq }) => seq === 0).map(({ id }) => id));
  return {
    takenAt: new Date().toISOString(),
    title,
    leafId,
    runs: Object.fromEntries(runs.map(({ id, seq }) => [id, seq || (open.get(id) ?? 0)])),
  };
}
