import { asc, eq, isNull } from 'drizzle-orm';
import { getDb } from '../../client';
import { providerKey } from '../../schema/providers';
import type { ProviderKeyRecord } from '../../types/provider-key-record';
import type { QueryActor } from '../../types/query-actor';
import { permitted } from '../member-of';
import { providerKeyColumns } from './provider-key-columns';

/** The actor's own keys and those of their workspaces, without the keys themselves. */
export async function selectProviderKeys(actor: QueryActor): Promise<ProviderKeyRecord[]> {
  const db = await getDb();
  return db
    .select(providerKeyColumns)
    .from(providerKey)
    .where(
      permitted(actor, 'providerKey.read', {
        workspaceId: providerKey.workspaceId,
        own: eq(providerKey.userId, actor.userId),
        shown: isNull(providerKey.userId),
      }),
    )
    .orderBy(asc(providerKey.provider), asc(providerKey.id));
}
