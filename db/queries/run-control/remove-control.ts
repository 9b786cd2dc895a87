import { sql } from 'drizzle-orm';
import type { Db } from '../../types/database';

/** Forgets a request: whoever made it has been answered. */
export async function removeControl(db: Db, id: string): Promise<void> {
  await db.execute(sql`delete from run_control where id = ${id}`);
}
