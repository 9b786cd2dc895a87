import { getDb } from '../../client';
import { user } from '../../schema/auth';

export async function hasUsers(): Promise<boolean> {
  const db = await getDb();
  const found = await db.select({ id: user.id }).from(user).limit(1);
  return found.length > 0;
}
