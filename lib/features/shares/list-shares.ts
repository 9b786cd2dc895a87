import 'server-only';
import type { z } from 'zod';
import { selectShares } from '@/db/queries/shares/select-shares';
import type { ShareRecord } from '@/db/types/share-record';
import type { Actor } from '@/lib/platform/auth/actor';
import { decodeCursor, encodeCursor } from '@/lib/platform/http/cursor';
import type { shareListQuery } from './share-input';

/** A page of the links that the actor may see, newest first. Throws `malformed` for a cursor that is not one. */
export async function listShares(
  actor: Actor,
  { cursor, conversationId, workspaceId, scope, limit }: z.infer<typeof shareListQuery>,
): Promise<{ items: ShareRecord[]; nextCursor: string | null }> {
  const after = cursor === undefined ? undefined : decodeCursor(cursor);
  const found = await selectShares(actor, {
    own: scope === 'own',
    limit: limit + 1,
    ...(conversationId && { conversationId }),
    ...(workspaceId && { workspaceId }),
    ...(after && { after }),
  });
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const more = found.length > limit && last;
  return { items, nextCursor: more ? encodeCursor({ time: last.createdAt, id: last.id }) : null };
}
