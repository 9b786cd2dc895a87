import { sql } from 'drizzle-orm';
import type { Db } from '../../types/database';

export interface LatestSnapshot {
  slot: string;
  id: string;
  hash: string;
  runId: string;
  /** Snapshots back to the last one that names all files, or to the chain's beginning. */
  depth: number;
}

const MAX_DEPTH = 10_000;

/** The newest snapshot of each slot of the run. */
export async function selectLatestSnapshots(db: Db, runId: string): Promise<LatestSnapshot[]> {
  const { rows } = await db.execute<LatestSnapshot & Record<string, unknown>>(sql`
    with recursive latest as (
      select distinct on (slot) slot, id, hash, run_id, parent_id, is_complete
      from context_snapshot where run_id = ${runId} order by slot, seq desc, id desc
    ), back as (
      select slot, parent_id, is_complete, 0 as depth from latest
      union all
      select back.slot, s.parent_id, s.is_complete, depth + 1
      from back join context_snapshot s on s.id = back.parent_id
      where not back.is_complete and depth < ${MAX_DEPTH}
    )
    select latest.slot, id, hash, run_id as "runId", (select max(depth) from back where back.slot = latest.slot) as depth
    from latest order by slot`);
  return rows;
}
