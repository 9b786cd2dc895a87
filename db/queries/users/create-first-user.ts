import { sql } from 'drizzle-orm';
import { getDb } from '../../client';
import { user } from '../../schema/auth';
import type { UserRecord } from '../../types/user-record';
import { insertUser, type NewUser } from './insert-user';

/** Creates a person only while there is none. Returns null when there is one: of several at once, one succeeds. */
export async function createFirstUser(person: NewUser): Promise<UserRecord | null> {
  const db = await getDb();
  return db.transaction(async (tx) => {
    await tx.execute(sql`lock table ${user} in share row exclusive mode`);
    const [other] = await tx.select({ id: user.id }).from(user).limit(1);
    return other ? null : insertUser(tx, person);
  });
}
