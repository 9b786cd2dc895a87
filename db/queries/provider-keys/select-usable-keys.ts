import { and, eq, isNull, or, sql } from 'drizzle-orm';
import { prepared } from '../../prepared';
import { providerKey } from '../../schema/providers';
import type { ProviderKeyRecord } from '../../types/provider-key-record';
import type { QueryActor } from '../../types/query-actor';
import { actorValues, LATER_ACTOR, memberOf } from '../member-of';
import { providerKeyColumns } from './provider-key-columns';

const selectKeys = prepared((db) =>
  db
    .select({ ...providerKeyColumns, ciphertext: providerKey.ciphertext })
    .from(providerKey)
    .where(
      and(
        eq(providerKey.provider, sql.placeholder('provider')),
        memberOf(LATER_ACTOR, providerKey.workspaceId, 'providerKey.use'),
        or(
          eq(providerKey.userId, LATER_ACTOR.userId),
          and(isNull(providerKey.userId), eq(providerKey.workspaceId, sql.placeholder('workspaceId'))),
        ),
      ),
    )
    .prepare('select_usable_keys'),
);

/** The keys that a run of the actor in this workspace may use for a provider: the person's own first, then the workspace's. */
export async function selectUsableKeys(
  actor: QueryActor,
  workspaceId: string,
  provider: string,
): Promise<(ProviderKeyRecord & { ciphertext: string })[]> {
  const query = await selectKeys();
  const rows = await query.execute({ ...actorValues(actor), workspaceId, provider });
  return rows.sort((a, b) => Number(a.userId === null) - Number(b.userId === null));
}
