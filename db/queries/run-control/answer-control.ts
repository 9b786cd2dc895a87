import { sql } from 'drizzle-orm';
import type { ControlAnswer } from '../../types/control-answer';
import type { Db } from '../../types/database';

/**
 * Says what a driver has made of a request, and clears away old ones: those who made them have been answered long ago, without waiting
 * for the driver.
 */
export async function answerControl(db: Db, id: string, answer: ControlAnswer): Promise<void> {
  await db.execute(sql`
    with old as (
      delete from run_control c using run
      where run.id = c.run_id and c.id <> ${id} and c.created_at < now() - interval '1 minute'
        and (c.answer is not null or run.status <> 'running')
    )
    update run_control set answer = ${JSON.stringify(answer)}::jsonb where id = ${id}`);
}
