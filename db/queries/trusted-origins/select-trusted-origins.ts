import { asc } from 'drizzle-orm';
import { getDb } from '../../client';
import { trustedOrigin } from '../../schema/trusted-origins';
import type { TrustedOriginRecord } from '../../types/trusted-origin-record';
import { trustedOriginColumns } from './trusted-origin-columns';

/** All of the instance. Who may see them is for the caller to know. */
export async function selectTrustedOrigins(): Promise<TrustedOriginRecord[]> {
  const db = await getDb();
  return db.select(trustedOriginColumns).from(trustedOrigin).orderBy(asc(trustedOrigin.origin));
}
