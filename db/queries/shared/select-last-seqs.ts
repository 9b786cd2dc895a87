import { inArray, max } from 'drizzle-orm';
import { getDb } from '../../client';
import { runEventBatch } from '../../schema/runs';

/** The last stored `seq` of each of these runs; one without an event is left out. */
export async function selectLastSeqs(runIds: string[]): Promise<Map<string, number>> {
  if (runIds.length === 0) return new Map();
  const db = await getDb();
  const rows = await db
    .select({ runId: runEventBatch.runId, seq: max(runEventBatch.lastSeq) })
    .from(runEventBatch)
    .where(inArray(runEventBatch.runId, runIds))
    .groupBy(runEventBatch.runId);
  return new Map(rows.map(({ runId, seq }) => [runId, seq ?? 0]));
}
