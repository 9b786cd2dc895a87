import { getDb } from '../../client';
import type { UserRecord } from '../../types/user-record';
import { insertUser, type NewUser } from './insert-user';

/** Creates a person with their personal workspace. Returns null when the e-mail is taken. */
export async function createUser(person: NewUser): Promise<UserRecord | null> {
  const db = await getDb();
  return db.transaction((tx) => insertUser(tx, person));
}
