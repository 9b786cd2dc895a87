import { lt, sql } from 'drizzle-orm';
import { getDb } from '../../client';
import { mcpCall } from '../../schema/mcp';
import { mcpHealth } from '../../schema/mcp-work';

/** Removes calls, and what background checks have found, that are older than so many days. */
export async function deleteOldMcpCalls(days: number): Promise<void> {
  const db = await getDb();
  const before = sql`now() - make_interval(days => ${days}::integer)`;
  await db.delete(mcpCall).where(lt(mcpCall.at, before));
  await db.delete(mcpHealth).where(lt(mcpHealth.at, before));
}
