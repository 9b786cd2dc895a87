import { sql } from 'drizzle-orm';
import type { Db } from '../../types/database';
import type { RunResult } from '../../types/run-result';

/** What one run has to write in one commit. */
export interface LogBatch {
  runId: string;
  /** The writer's fencing token. */
  epoch: number;
  firstSeq: number;
  lastSeq: number;
  /** NDJSON, one line an event, each ended by a newline. */
  events: string;
  /** Present when the batch ends with the run's terminal event. */
  end: { status: 'finished' | 'stopped' | 'failed'; result: RunResult; final: string | null } | null;
}

/**
 * Writes the batches of any number of runs in one statement, so in one transaction: log rows, `run.seq` and, at a run's end,
 * its status, its result and the text of its assistant message. Returns the runs that were written: one that is missing has been
 * taken over by another process (its epoch is higher) or is over, and nothing of it was written.
 */
export async function commitBatches(db: Db, batches: LogBatch[]): Promise<Set<string>> {
  const column = <T>(of: (batch: LogBatch) => T) => sql.param(batches.map(of));
  const { rows } = await db.execute<{ run_id: string }>(sql`
    with input as (
      select * from unnest(
        ${column((b) => b.runId)}::uuid[], ${column((b) => b.epoch)}::int[], ${column((b) => b.firstSeq)}::int[],
        ${column((b) => b.lastSeq)}::int[], ${column((b) => b.events)}::text[], ${column((b) => b.end?.status ?? null)}::text[],
        ${column((b) => (b.end ? JSON.stringify(b.end.result) : null))}::text[],
        ${column((b) => (b.end ? JSON.stringify(finalParts(b.end.final)) : null))}::text[]
      ) as t(run_id, epoch, first_seq, last_seq, events, status, result, parts)
    ), written as (
      update run set
        seq = input.last_seq,
        status = coalesce(input.status, run.status),
        result = coalesce(input.result::jsonb, run.result),
        ended_at = case when input.status is null then run.ended_at else now() end,
        lease_until = case when input.status is null then run.lease_until end
      from input
      where run.id = input.run_id and run.epoch = input.epoch and run.status = 'running'
      returning run.answer_message_id, input.*
    ), answered as (
      update message set parts = written.parts::jsonb
      from written where message.id = written.answer_message_id and written.parts is not null
    )
    insert into run_event_batch (run_id, first_seq, last_seq, epoch, events, bytes)
    select run_id, first_seq, last_seq, epoch, events, octet_length(events) from written
    returning run_id`);
  return new Set(rows.map((row) => row.run_id));
}

function finalParts(final: string | null) {
  return final === null ? [] : [{ type: 'text', text: final }];
}
