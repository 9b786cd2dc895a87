import { sql } from 'drizzle-orm';
import type { Db } from '../../types/database';

export interface SnapshotRow {
  id: string;
  runId: string;
  slot: string;
  seq: number;
  hash: string;
  parentId: string | null;
  isComplete: boolean;
  /** Size of the manifest; `null` = it is not stored. */
  manifestBytes: number | null;
}

/** Longer than any chain: a row that was changed to name its own descendant as its parent must not be followed for ever. */
const MAX_LENGTH = 10_000;

/**
 * The snapshot, newest first, and those behind it: all of its run, and those of earlier ones back to the nearest that names all files. Empty
 * when there is no such snapshot.
 */
export async function readSnapshotChain(db: Db, id: string): Promise<SnapshotRow[]> {
  const { rows } = await db.execute<SnapshotRow & Record<string, unknown>>(sql`
    with recursive chain as (
      select id, run_id, slot, seq, hash, parent_id, is_complete, false as is_end, 0 as depth from context_snapshot where id = ${id}
      union all
      select s.id, s.run_id, s.slot, s.seq, s.hash, s.parent_id, s.is_complete,
        s.is_complete and s.run_id <> (select run_id from context_snapshot where id = ${id}), depth + 1
      from chain join context_snapshot s on s.id = chain.parent_id
      where not chain.is_end and depth < ${MAX_LENGTH}
    )
    select chain.id, run_id as "runId", slot, seq, chain.hash, parent_id as "parentId", is_complete as "isComplete",
      blob.bytes as "manifestBytes"
    from chain left join blob on blob.hash = chain.hash
    order by depth`);
  return rows;
}
