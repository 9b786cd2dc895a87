import { sql } from 'drizzle-orm';
import type { Db } from '../../types/database';
import { controlInLog } from './control-in-log';

export interface OpenControl {
  id: string;
  runId: string;
  /** As `insertControl` got it. */
  control: unknown;
  /** A driver has written it and was gone before it could say so. */
  isInLog: boolean;
}

/** The unanswered requests for the runs that a process drives, oldest first. */
export async function selectOpenControls(db: Db, owner: string): Promise<OpenControl[]> {
  const { rows } = await db.execute<OpenControl & Record<string, unknown>>(sql`
    select c.id, c.run_id as "runId", c.control, ${controlInLog()} as "isInLog"
    from run_control c join run on run.id = c.run_id
    where c.answer is null and run.owner = ${owner} and run.status = 'running'
    order by c.id`);
  return rows;
}
