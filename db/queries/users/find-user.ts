import { eq } from 'drizzle-orm';
import { getDb } from '../../client';
import { user } from '../../schema/auth';
import type { UserRecord } from '../../types/user-record';
import { userColumns } from './user-columns';

export async function findUser(userId: string): Promise<UserRecord | null> {
  const db = await getDb();
  const [found] = await db.select(userColumns).from(user).where(eq(user.id, userId));
  return found ?? null;
}
