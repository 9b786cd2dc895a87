import { type SQL, sql } from 'drizzle-orm';

/** The condition that the log of `c`'s run holds the event of the request `c`: its id stands in no other place of a log. */
export function controlInLog(): SQL {
  return sql`exists (
    select 1 from run_event_batch b where b.run_id = c.run_id and position('"controlId":"' || c.id::text || '"' in b.events) > 0
  )`;
}
