import { getDb } from '../../client';
import { account } from '../../schema/auth';
import type { ProviderIdentity } from './find-account-user';

/** Adds a provider's identity to a person. An identity that belongs to somebody stays where it is. */
export async function linkAccount(userId: string, identity: ProviderIdentity): Promise<void> {
  const db = await getDb();
  await db
    .insert(account)
    .values({ ...identity, userId })
    .onConflictDoNothing();
}
