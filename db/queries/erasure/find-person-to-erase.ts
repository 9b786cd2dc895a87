import { count, eq, ne, sql } from 'drizzle-orm';
import { getDb } from '../../client';
import { user } from '../../schema/auth';
import type { UserRecord } from '../../types/user-record';
import { userColumns } from '../users/user-columns';

/** Who is to be erased, and how many other owners and people the instance has; `null` = there is no such person. */
export async function findPersonToErase(
  userId: string,
): Promise<{ person: UserRecord; otherOwners: number; others: number } | null> {
  const db = await getDb();
  const [person] = await db.select(userColumns).from(user).where(eq(user.id, userId));
  if (!person) return null;
  const owners = sql<number>`count(*) filter (where ${user.role} = 'owner')::int`;
  const [sums] = await db.select({ others: count(), otherOwners: owners }).from(user).where(ne(user.id, userId));
  return { person, otherOwners: sums?.otherOwners ?? 0, others: sums?.others ?? 0 };
}
