import { sql } from 'drizzle-orm';
import { getDb } from '../../client';

/** Processes tell each other here who looks at what. Nothing of it is stored. */
export const PRESENCE_CHANNEL = 'massgen_presence';

/** Tells every process that listens; `payload` is JSON of less than 8,000 bytes. */
export async function notifyPresence(payload: string): Promise<void> {
  const db = await getDb();
  await db.execute(sql`select pg_notify(${PRESENCE_CHANNEL}, ${payload})`);
}
