import { sql } from 'drizzle-orm';
import type { Db } from '../../types/database';

/** Gives this process's runs back at a graceful shutdown, so that another process may go on with them at once. */
export async function releaseLeases(db: Db, owner: string): Promise<void> {
  await db.execute(
    sql`update run set lease_until = null, owner = null, epoch = epoch + 1 where status = 'running' and owner = ${owner}`,
  );
}
