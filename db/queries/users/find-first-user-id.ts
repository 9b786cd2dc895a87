import { asc } from 'drizzle-orm';
import { getDb } from '../../client';
import { user } from '../../schema/auth';

/** Of the person who was there first: tells one database from another. `null` while there is nobody. */
export async function findFirstUserId(): Promise<string | null> {
  const db = await getDb();
  const [first] = await db.select({ id: user.id }).from(user).orderBy(asc(user.createdAt), asc(user.id)).limit(1);
  return first?.id ?? null;
}
