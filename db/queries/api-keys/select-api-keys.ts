import { and, desc, eq, isNull } from 'drizzle-orm';
import { getDb } from '../../client';
import { apiKey } from '../../schema/api-keys';

export interface ApiKeyRecord {
  id: string;
  name: string;
  prefix: string;
  createdAt: Date;
  lastUsedAt: Date | null;
}

/** A person's unrevoked keys, newest first. */
export async function selectApiKeys(userId: string): Promise<ApiKeyRecord[]> {
  const db = await getDb();
  return db
    .select({
      id: apiKey.id,
      name: apiKey.name,
      prefix: apiKey.prefix,
      createdAt: apiKey.createdAt,
      lastUsedAt: apiKey.lastUsedAt,
    })
    .from(apiKey)
    .where(and(eq(apiKey.userId, userId), isNull(apiKey.revokedAt)))
    .orderBy(desc(apiKey.id));
}
