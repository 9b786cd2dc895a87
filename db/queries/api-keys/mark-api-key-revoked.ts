import { and, eq, isNull, sql } from 'drizzle-orm';
import { getDb } from '../../client';
import { apiKey } from '../../schema/api-keys';

/** Returns false when the person has no such unrevoked key. */
export async function markApiKeyRevoked(
  userId: string,
  apiKeyId: string,
): Promise<{ workspaceId: string | null } | null> {
  const db = await getDb();
  const revoked = await db
    .update(apiKey)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(apiKey.id, apiKeyId), eq(apiKey.userId, userId), isNull(apiKey.revokedAt)))
    .returning({ workspaceId: apiKey.workspaceId });
  return revoked[0] ?? null;
}
