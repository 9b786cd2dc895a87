import { eq } from 'drizzle-orm';
import { getDb } from '../../client';
import { user } from '../../schema/auth';
import type { UserRecord } from '../../types/user-record';
import { userColumns } from './user-columns';

/** Changes what is given. Returns null when there is no such person. */
export async function updateUser(
  userId: string,
  changes: { name?: string; passwordHash?: string },
): Promise<UserRecord | null> {
  const db = await getDb();
  const [changed] = await db.update(user).set(changes).where(eq(user.id, userId)).returning(userColumns);
  return changed ?? null;
}
