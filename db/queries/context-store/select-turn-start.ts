import { sql } from 'drizzle-orm';
import type { Db } from '../../types/database';

export interface TurnStart {
  /** The message behind which the run's turn began; `null` = it is the first one. */
  parentMessageId: string | null;
  /** The runs of the turns before on its branch, newest first, back to where a person continued from a snapshot, if anybody did. */
  runs: string[];
}

/** What came before a run in its conversation. For a run's own work only. */
export async function selectTurnStart(db: Db, runId: string): Promise<TurnStart> {
  const { rows } = await db.execute<{ id: string; runId: string | null; isContinued: boolean }>(sql`
    with recursive path as (
      select m.id, m.parent_id, m.parts, 0 as distance from run
      join message question on question.id = run.message_id join message m on m.id = question.parent_id where run.id = ${runId}
      union all
      select m.id, m.parent_id, m.parts, path.distance + 1 from message m join path on m.id = path.parent_id
    )
    select path.id, run.id as "runId",
      exists (select from jsonb_array_elements(path.parts) as part where part ->> 'type' = 'context') as "isContinued"
    from path left join run on run.answer_message_id = path.id order by path.distance`);
  const end = rows.findIndex(({ isContinued }) => isContinued);
  const near = end < 0 ? rows : rows.slice(0, end + 1);
  return { parentMessageId: rows[0]?.id ?? null, runs: near.flatMap(({ runId }) => runId ?? []) };
}
