import { getDb } from '../../client';
import { trustedOrigin } from '../../schema/trusted-origins';
import type { QueryActor } from '../../types/query-actor';
import type { TrustedOriginRecord } from '../../types/trusted-origin-record';
import { trustedOriginColumns } from './trusted-origin-columns';

/** Stores an origin; the one that is there already is changed. */
export async function insertTrustedOrigin(
  actor: QueryActor,
  entry: { id: string; origin: string; forMembers: boolean },
): Promise<TrustedOriginRecord> {
  const db = await getDb();
  const [stored] = await db
    .insert(trustedOrigin)
    .values({ ...entry, createdBy: actor.userId })
    .onConflictDoUpdate({ target: trustedOrigin.origin, set: { forMembers: entry.forMembers } })
    .returning(trustedOriginColumns);
  if (!stored) throw new Error('The origin was not stored.');
  return stored;
}
