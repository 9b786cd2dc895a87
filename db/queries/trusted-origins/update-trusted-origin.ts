import { eq } from 'drizzle-orm';
import { getDb } from '../../client';
import { trustedOrigin } from '../../schema/trusted-origins';
import type { TrustedOriginRecord } from '../../types/trusted-origin-record';
import { trustedOriginColumns } from './trusted-origin-columns';

/** Null when there is no such origin. */
export async function updateTrustedOrigin(id: string, forMembers: boolean): Promise<TrustedOriginRecord | null> {
  const db = await getDb();
  const [changed] = await db
    .update(trustedOrigin)
    .set({ forMembers })
    .where(eq(trustedOrigin.id, id))
    .returning(trustedOriginColumns);
  return changed ?? null;
}
