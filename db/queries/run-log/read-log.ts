import { sql } from 'drizzle-orm';
import { preparedSql } from '../../prepared';
import type { Db } from '../../types/database';

export interface LogPage {
  /** NDJSON as it was written; the first line may be older than asked for, because rows hold several events. */
  events: string;
  /** 0 when the page is empty. */
  firstSeq: number;
  lastSeq: number;
  /** False = at the moment of reading there was nothing behind `lastSeq`. */
  more: boolean;
}

const PAGE_ROWS = 500;

const nextRows = preparedSql<{ first_seq: number; last_seq: number; events: string }>(
  'read_log',
  () => sql`
    select first_seq, last_seq, events from run_event_batch
    where run_id = ${sql.placeholder('runId')} and last_seq > ${sql.placeholder('after')}
    order by first_seq limit ${PAGE_ROWS}`,
);

/** The next rows of a run's log after `after`, at most 500; `lastSeq` 0 = there is nothing. */
export async function readLog(db: Db, runId: string, after: number): Promise<LogPage> {
  const rows = await nextRows(db, { runId, after });
  return {
    events: rows.map((row) => row.events).join(''),
    firstSeq: rows[0]?.first_seq ?? 0,
    lastSeq: rows.at(-1)?.last_seq ?? 0,
    more: rows.length === PAGE_ROWS,
  };
}
