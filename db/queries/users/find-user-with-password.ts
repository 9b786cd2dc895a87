import { eq, type SQL } from 'drizzle-orm';
import { getDb } from '../../client';
import { user } from '../../schema/auth';
import type { UserRecord } from '../../types/user-record';
import { userColumns } from './user-columns';

/** A person with the hash of their password (null = they sign in through a provider only). */
export type UserWithPassword = UserRecord & { passwordHash: string | null };

/** By e-mail (lower case) or by id. */
export function findUserWithPassword(by: { email: string } | { userId: string }): Promise<UserWithPassword | null> {
  return find('email' in by ? eq(user.email, by.email) : eq(user.id, by.userId));
}

async function find(condition: SQL): Promise<UserWithPassword | null> {
  const db = await getDb();
  const [found] = await db
    .select({ ...userColumns, passwordHash: user.passwordHash })
    .from(user)
    .where(condition);
  return found ?? null;
}
