import { eq, sql } from 'drizzle-orm';
import { getDb } from '../../client';
import { apiKey } from '../../schema/api-keys';

/** Notes that the key was used now. */
export async function touchApiKey(apiKeyId: string): Promise<void> {
  const db = await getDb();
  await db.update(apiKey).set({ lastUsedAt: sql`now()` }).where(eq(apiKey.id, apiKeyId));
}
