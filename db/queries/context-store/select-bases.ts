import { sql } from 'drizzle-orm';
import type { Db } from '../../types/database';

export interface BaseRow {
  /** `null` = a person continued from here, for all slots. */
  slot: string | null;
  snapshotId: string;
  /** `null` = there is no such snapshot any more. */
  runId: string | null;
  /** Messages back from the one that was asked for. */
  distance: number;
}

/**
 * On the path from `messageId` to the conversation's root: the newest snapshot of each slot in each run, and those that a person
 * continued from. Nearest first.
 */
export async function selectBases(db: Db, messageId: string): Promise<BaseRow[]> {
  const { rows } = await db.execute<BaseRow & Record<string, unknown>>(sql`
    with recursive path as (
      select id, parent_id, parts, 0 as distance from message where id = ${messageId}
      union all
      select m.id, m.parent_id, m.parts, path.distance + 1 from message m join path on m.id = path.parent_id
    ), own as (
      select distinct on (slot) slot, s.id, s.run_id, distance
      from path join run on run.answer_message_id = path.id join context_snapshot s on s.run_id = run.id
      order by slot, distance, s.seq desc, s.id desc
    ), continued as (
      select (part ->> 'contextId')::uuid as id, distance
      from path, jsonb_array_elements(path.parts) as part where part ->> 'type' = 'context'
      order by distance limit 1
    )
    select slot, id as "snapshotId", run_id as "runId", distance from own
    union all
    select null, continued.id, s.run_id, distance from continued left join context_snapshot s on s.id = continued.id
    order by 4, 1 nulls last`);
  return rows;
}
