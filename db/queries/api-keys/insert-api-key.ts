import { uuidv7 } from 'uuidv7';
import { getDb } from '../../client';
import type { Scope } from '../../permissions/permissions';
import { apiKey } from '../../schema/api-keys';

export interface NewApiKey {
  userId: string;
  name: string;
  hash: string;
  prefix: string;
  scope?: Scope;
  /** The one workspace that it is for. */
  workspaceId?: string | null;
  /** Who made it for the person. */
  madeBy?: string | null;
  expiresAt?: Date | null;
}

/** Returns the new key's id, or null when a key with the same hash exists. */
export async function insertApiKey(key: NewApiKey): Promise<string | null> {
  const db = await getDb();
  const [made] = await db
    .insert(apiKey)
    .values({ id: uuidv7(), ...key })
    .onConflictDoNothing({ target: apiKey.hash })
    .returning({ id: apiKey.id });
  return made?.id ?? null;
}
