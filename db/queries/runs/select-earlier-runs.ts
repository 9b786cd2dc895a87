import { sql } from 'drizzle-orm';
import { getDb } from '../../client';

/** The runs that answered the turns before this one, on its branch of the conversation, newest first. For a run's own work only. */
export async function selectEarlierRuns(runId: string): Promise<string[]> {
  const db = await getDb();
  const { rows } = await db.execute<{ id: string }>(sql`
    with recursive path as (
      select m.id, m.parent_id, 0 as depth from message m join run on run.message_id = m.id where run.id = ${runId}
      union all
      select m.id, m.parent_id, path.depth + 1 from message m join path on m.id = path.parent_id
    )
    select run.id from path join run on run.answer_message_id = path.id order by path.depth`);
  return rows.map(({ id }) => id);
}
