import { and, eq, isNull, or } from 'drizzle-orm';
import { getDb } from '../../client';
import { providerKey } from '../../schema/providers';
import type { ProviderKeyRecord } from '../../types/provider-key-record';
import type { QueryActor } from '../../types/query-actor';
import { memberOf } from '../member-of';
import { providerKeyColumns } from './provider-key-columns';

/** The keys that a run of the actor in this workspace may use for a provider: the person's own first, then the workspace's. */
export async function selectUsableKeys(
  actor: QueryActor,
  workspaceId: string,
  provider: string,
): Promise<(ProviderKeyRecord & { ciphertext: string })[]> {
  const db = await getDb();
  const rows = await db
    .select({ ...providerKeyColumns, ciphertext: providerKey.ciphertext })
    .from(providerKey)
    .where(
      and(
        eq(providerKey.provider, provider),
        memberOf(actor, providerKey.workspaceId, 'write'),
        or(
          eq(providerKey.userId, actor.userId),
          and(isNull(providerKey.userId), eq(providerKey.workspaceId, workspaceId)),
        ),
      ),
    );
  return rows.sort((a, b) => Number(a.userId === null) - Number(b.userId === null));
}
