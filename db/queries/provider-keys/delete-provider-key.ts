import { and, eq, isNull } from 'drizzle-orm';
import { getDb } from '../../client';
import { providerKey } from '../../schema/providers';
import type { QueryActor } from '../../types/query-actor';
import { permitted } from '../member-of';

/** Deletes an own key, or a workspace's key as its administrator. Gives what it was; null when there is none that the actor may delete. */
export async function deleteProviderKey(
  actor: QueryActor,
  id: string,
): Promise<{ workspaceId: string; provider: string; userId: string | null } | null> {
  const db = await getDb();
  const rows = await db
    .delete(providerKey)
    .where(
      and(
        eq(providerKey.id, id),
        permitted(actor, 'providerKey.write', {
          workspaceId: providerKey.workspaceId,
          own: eq(providerKey.userId, actor.userId),
          shown: isNull(providerKey.userId),
        }),
      ),
    )
    .returning({
      workspaceId: providerKey.workspaceId,
      provider: providerKey.provider,
      userId: providerKey.userId,
    });
  return rows[0] ?? null;
}
