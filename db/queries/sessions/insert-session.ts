import { uuidv7 } from 'uuidv7';
import { getDb } from '../../client';
import { authSession } from '../../schema/auth';

/** Returns the new session's id. */
export async function insertSession(session: {
  userId: string;
  userAgent: string | null;
  expiresAt: Date;
}): Promise<string> {
  const db = await getDb();
  const id = uuidv7();
  await db.insert(authSession).values({ id, ...session });
  return id;
}
