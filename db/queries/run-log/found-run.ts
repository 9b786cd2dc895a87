import { type SQL, sql } from 'drizzle-orm';

type Status = 'queued' | 'running';

/**
 * The condition that a run is in one of these states, for statements that find it by its id or its conversation. No index on the state can
 * serve it as it is written, and none should: runs pass through these states so quickly that the planner's statistics know of none, and it may
 * choose to look through all that go on for each run that is sought. A commit for 58 of 200 runs in the embedded database took 4.4 or 1.7 ms, according
 * to what was in the table when its plan was made.
 * @param run the run's name in the statement
 */
export function foundRunIs(run: SQL, ...status: [Status, ...Status[]]): SQL {
  return sql`(${run}.status in (${sql.raw(status.map((one) => `'${one}'`).join(', '))})) is true`;
}
