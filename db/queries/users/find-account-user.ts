import { and, eq } from 'drizzle-orm';
import { getDb } from '../../client';
import { account } from '../../schema/auth';

export interface ProviderIdentity {
  provider: string;
  providerAccountId: string;
}

/** The id of the person to whom an identity at a provider belongs. */
export async function findAccountUser({ provider, providerAccountId }: ProviderIdentity): Promise<string | null> {
  const db = await getDb();
  const [found] = await db
    .select({ userId: account.userId })
    .from(account)
    .where(and(eq(account.provider, provider), eq(account.providerAccountId, providerAccountId)));
  return found?.userId ?? null;
}
