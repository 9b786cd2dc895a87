import { and, desc, eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { getDb } from '../../client';
import type { Scope } from '../../permissions/permissions';
import { apiKey } from '../../schema/api-keys';
import { user } from '../../schema/auth';
import { usableKey } from './usable-key';

export interface ApiKeyRecord {
  id: string;
  name: string;
  prefix: string;
  scope: Scope;
  /** The one workspace that it is for; null = all of the person's. */
  workspaceId: string | null;
  /** Who made it for the person; null = they did themselves. */
  madeByName: string | null;
  expiresAt: Date | null;
  createdAt: Date;
  lastUsedAt: Date | null;
}

const maker = alias(user, 'maker');

/** A person's keys that can be used, newest first. */
export async function selectApiKeys(userId: string): Promise<ApiKeyRecord[]> {
  const db = await getDb();
  return db
    .select({
      id: apiKey.id,
      name: apiKey.name,
      prefix: apiKey.prefix,
      scope: apiKey.scope,
      workspaceId: apiKey.workspaceId,
      madeByName: maker.name,
      expiresAt: apiKey.expiresAt,
      createdAt: apiKey.createdAt,
      lastUsedAt: apiKey.lastUsedAt,
    })
    .from(apiKey)
    .leftJoin(maker, eq(maker.id, apiKey.madeBy))
    .where(and(eq(apiKey.userId, userId), usableKey()))
    .orderBy(desc(apiKey.id));
}
