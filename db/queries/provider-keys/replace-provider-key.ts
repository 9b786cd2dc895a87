import { and, eq, isNull } from 'drizzle-orm';
import { getDb } from '../../client';
import { providerKey } from '../../schema/providers';
import { workspace } from '../../schema/workspaces';
import type { ProviderKeyRecord } from '../../types/provider-key-record';
import type { QueryActor } from '../../types/query-actor';
import { memberOf } from '../member-of';
import { providerKeyColumns } from './provider-key-columns';

interface NewProviderKey {
  id: string;
  workspaceId: string;
  userId: string | null;
  provider: string;
  ciphertext: string;
  hint: string;
  baseUrl: string | null;
}

/** Stores a key in place of the one with the same owner and provider. Null when the actor may not: a workspace's key needs an administrator. */
export async function replaceProviderKey(actor: QueryActor, key: NewProviderKey): Promise<ProviderKeyRecord | null> {
  const db = await getDb();
  return db.transaction(async (tx) => {
    const relation = key.userId === null ? 'shown' : 'own';
    // The lock makes two replacements at once follow each other.
    const [allowed] = await tx
      .select({ id: workspace.id })
      .from(workspace)
      .where(and(eq(workspace.id, key.workspaceId), memberOf(actor, workspace.id, 'providerKey.write', relation)))
      .for('update');
    if (!allowed || (key.userId !== null && key.userId !== actor.userId)) return null;
    const owner = key.userId === null ? isNull(providerKey.userId) : eq(providerKey.userId, key.userId);
    await tx
      .delete(providerKey)
      .where(and(eq(providerKey.workspaceId, key.workspaceId), eq(providerKey.provider, key.provider), owner));
    const [stored] = await tx.insert(providerKey).values(key).returning(providerKeyColumns);
    return stored ?? null;
  });
}
