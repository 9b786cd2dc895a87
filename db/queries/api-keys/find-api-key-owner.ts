import { and, eq, isNull } from 'drizzle-orm';
import { getDb } from '../../client';
import { apiKey } from '../../schema/api-keys';
import { user } from '../../schema/auth';
import type { UserRecord } from '../../types/user-record';
import { userColumns } from '../users/user-columns';

/** The person whose unrevoked key has this hash. */
export async function findApiKeyOwner(
  hash: string,
): Promise<{ apiKeyId: string; lastUsedAt: Date | null; user: UserRecord } | null> {
  const db = await getDb();
  const [found] = await db
    .select({ apiKeyId: apiKey.id, lastUsedAt: apiKey.lastUsedAt, user: userColumns })
    .from(apiKey)
    .innerJoin(user, eq(user.id, apiKey.userId))
    .where(and(eq(apiKey.hash, hash), isNull(apiKey.revokedAt)));
  return found ?? null;
}
