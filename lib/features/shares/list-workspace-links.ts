import 'server-only';
import { isShareOrphaned } from '@/db/queries/shared/is-share-orphaned';
import { selectShares } from '@/db/queries/shares/select-shares';
import type { ShareRecord } from '@/db/types/share-record';
import type { Actor } from '@/lib/platform/auth/actor';

const MOST = 50;

/** A link to something of a workspace, as whoever administers it sees it. */
export interface WorkspaceLink {
  share: ShareRecord;
  /** Who made it may not share any more: it opens for nobody until somebody takes it over. */
  isOrphaned: boolean;
}

/** The newest links of a workspace that have not been revoked and that the actor may see. */
export async function listWorkspaceLinks(actor: Actor, workspaceId: string): Promise<WorkspaceLink[]> {
  const shares = await selectShares(actor, { workspaceId, limit: MOST });
  return Promise.all(
    shares
      .filter(({ revokedAt }) => revokedAt === null)
      .map(async (share) => ({ share, isOrphaned: await isShareOrphaned(share.id) })),
  );
}
