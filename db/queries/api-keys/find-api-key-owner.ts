import { and, eq } from 'drizzle-orm';
import { getDb } from '../../client';
import type { Scope } from '../../permissions/permissions';
import { apiKey } from '../../schema/api-keys';
import { user } from '../../schema/auth';
import type { UserRecord } from '../../types/user-record';
import { userColumns } from '../users/user-columns';
import { usableKey } from './usable-key';

interface KeyOwner {
  apiKeyId: string;
  scope: Scope;
  /** The one workspace that it is for; null = all of its owner's. */
  workspaceId: string | null;
  lastUsedAt: Date | null;
  user: UserRecord;
}

/** The person whose key has this hash, when it is neither revoked nor expired. */
export async function findApiKeyOwner(hash: string): Promise<KeyOwner | null> {
  const db = await getDb();
  const [found] = await db
    .select({
      apiKeyId: apiKey.id,
      scope: apiKey.scope,
      workspaceId: apiKey.workspaceId,
      lastUsedAt: apiKey.lastUsedAt,
      user: userColumns,
    })
    .from(apiKey)
    .innerJoin(user, eq(user.id, apiKey.userId))
    .where(and(eq(apiKey.hash, hash), usableKey()));
  return found ?? null;
}
