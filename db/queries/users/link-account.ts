import { and, eq, isNull, sql } from 'drizzle-orm';
import { getDb } from '../../client';
import { apiKey } from '../../schema/api-keys';
import { account, authSession, user } from '../../schema/auth';
import type { ProviderIdentity } from './find-account-user';

/**
 * Adds a provider's identity to the person whose verified address it has. An identity that belongs to somebody stays where it is. Where the
 * account's address was not known to be theirs, whatever opened the account until now opens it no more: somebody else may have made it.
 */
export async function linkAccount(userId: string, identity: ProviderIdentity): Promise<void> {
  const db = await getDb();
  await db.transaction(async (tx) => {
    await tx
      .insert(account)
      .values({ ...identity, userId })
      .onConflictDoNothing();
    const unverified = and(eq(user.id, userId), eq(user.isEmailVerified, false));
    const taken = await tx
      .update(user)
      .set({ isEmailVerified: true, passwordHash: null })
      .where(unverified)
      .returning({ id: user.id });
    if (taken.length === 0) return;
    const revokedAt = sql`now()`;
    await tx
      .update(authSession)
      .set({ revokedAt })
      .where(and(eq(authSession.userId, userId), isNull(authSession.revokedAt)));
    await tx
      .update(apiKey)
      .set({ revokedAt })
      .where(and(eq(apiKey.userId, userId), isNull(apiKey.revokedAt)));
  });
}
