import { uuidv7 } from 'uuidv7';
import { getDb } from '../../client';
import { conversationImport } from '../../schema/imports';

/** Notes that a person's file is being taken in. Returns the import's id. */
export async function insertImport(userId: string): Promise<string> {
  const db = await getDb();
  const id = uuidv7();
  await db.insert(conversationImport).values({ id, userId, status: 'running' });
  return id;
}
