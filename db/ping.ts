import { sql } from 'drizzle-orm';
import { getDb } from './client';

/** Asks the database the smallest question. Returns the milliseconds that it took. */
export async function pingDatabase(): Promise<number> {
  const start = performance.now();
  await (await getDb()).execute(sql`select 1`);
  return performance.now() - start;
}
