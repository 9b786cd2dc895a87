import { sql } from 'drizzle-orm';
import type { ControlAnswer } from '../../types/control-answer';
import type { Db } from '../../types/database';
import { controlInLog } from './control-in-log';

export interface StoredControl {
  answer: ControlAnswer | null;
  isRunning: boolean;
  /** Only looked for when the run is over. */
  isInLog: boolean;
}

/** How far a stored request has come; `null` = it has gone with its run. */
export async function readControl(db: Db, id: string): Promise<StoredControl | null> {
  const { rows } = await db.execute<StoredControl & Record<string, unknown>>(sql`
    select c.answer, run.status = 'running' as "isRunning",
      case when run.status = 'running' then false else ${controlInLog()} end as "isInLog"
    from run_control c join run on run.id = c.run_id
    where c.id = ${id}`);
  return rows[0] ?? null;
}
