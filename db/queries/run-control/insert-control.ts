import { sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import type { Db } from '../../types/database';
import { foundRunIs } from '../run-log/found-run';
import { CONTROL_CHANNEL } from './control-channel';

/**
 * Stores what a person wants of a run and tells the processes that listen. Returns its id, `null` when the run is not going on.
 * @param control JSON
 */
export async function insertControl(db: Db, runId: string, control: object): Promise<string | null> {
  const id = uuidv7();
  const { rows } = await db.execute<{ id: string }>(sql`
    with stored as (
      insert into run_control (id, run_id, control)
      select ${id}, run.id, ${JSON.stringify(control)}::jsonb from run where run.id = ${runId} and ${foundRunIs(sql`run`, 'running')}
      returning id
    )
    select id, pg_notify(${CONTROL_CHANNEL}, '') from stored`);
  return rows[0]?.id ?? null;
}
