import { type SQL, sql } from 'drizzle-orm';
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

/** Stands between the texts of several runs; JSON has no control characters. */
const SEPARATOR = '\x1e';

/**
 * Writes the batches of any number of runs in one statement, so in one transaction: log rows and, at a run's end, its status, its
 * result, what it has used and the text of its assistant message. Returns the runs that were not written: such a one has been taken
 * over by another process (its epoch is higher) or is over, and nothing of it was written. The shared lock keeps a take-over out until
 * the rows are there; in the order of ids, like every statement that locks several runs, so that two cannot wait for each other. Writing
 * the locks costs as much as writing the rows, so a `soleProcess`, from whom nobody takes a run over, makes none.
 */
export async function commitBatches(db: Db, batches: LogBatch[], soleProcess = false): Promise<Set<string>> {
  const column = <T>(of: (batch: LogBatch) => T) => sql.param(batches.map(of));
  const { rows } = await db.execute<{ run_id: string }>(sql`
    with given as (
      select * from unnest(
        ${column((b) => b.runId)}::uuid[], ${column((b) => b.epoch)}::int[], ${column((b) => b.firstSeq)}::int[],
        ${column((b) => b.lastSeq)}::int[], string_to_array(${batches.map((b) => b.events).join(SEPARATOR)}, ${SEPARATOR})
      ) as input(run_id, epoch, first_seq, last_seq, events)
    ), written as (
      select given.* from given
      join run on run.id = given.run_id and run.epoch = given.epoch and run.status = 'running'
      ${soleProcess ? sql`` : sql`order by run.id for share of run`}
    )${endings(batches)}, logged as (
      insert into run_event_batch (run_id, first_seq, last_seq, epoch, events, bytes)
      select run_id, first_seq, last_seq, epoch, events, octet_length(events) from written
    )
    select run_id from given except select run_id from written`);
  return new Set(rows.map((row) => row.run_id));
}

/** The part for the runs that end; most commits end none. */
function endings(batches: LogBatch[]): SQL {
  const ends = batches.flatMap(({ runId, end }) => (end ? [{ runId, ...end }] : []));
  if (ends.length === 0) return sql``;
  const column = <T>(of: (end: (typeof ends)[number]) => T) => sql.param(ends.map(of));
  return sql`, ended as (
      update run set seq = written.last_seq, status = e.status, result = e.result::jsonb, ended_at = now(), lease_until = null
      from written join unnest(
        ${column((e) => e.runId)}::uuid[], ${column((e) => e.status)}::text[], ${column((e) => JSON.stringify(e.result))}::text[],
        ${column((e) => JSON.stringify(finalParts(e.final)))}::text[]
      ) as e(run_id, status, result, parts) on e.run_id = written.run_id
      where run.id = written.run_id
      returning run.id as run_id, run.answer_message_id, run.workspace_id, run.created_by, run.conversation_id, run.result, e.parts
    ), answered as (
      update message set parts = ended.parts::jsonb from ended where message.id = ended.answer_message_id
    ), metered as (
      insert into usage_entry (run_id, slot, phase, backend, model, workspace_id, user_id, conversation_id, at, requests, input_tokens,
        output_tokens, cached_tokens, reasoning_tokens, unpriced_tokens, estimated_tokens, cost_usd, price_date)
      select ended.run_id, u.slot, u.phase, u.backend, u.model, ended.workspace_id, ended.created_by, ended.conversation_id,
        now(), u.requests, u."inputTokens", u."outputTokens", u."cachedTokens", u."reasoningTokens", u."unpricedTokens",
        u."estimatedTokens", u."costUsd", u."priceDate"
      from ended, jsonb_to_recordset(ended.result -> 'usage') as u(slot text, phase text, backend text, model text,
        requests int, "inputTokens" bigint, "outputTokens" bigint, "cachedTokens" bigint, "reasoningTokens" bigint,
        "unpricedTokens" bigint, "estimatedTokens" bigint, "costUsd" double precision, "priceDate" text)
      on conflict do nothing
    )`;
}

function finalParts(final: string | null) {
  return final === null ? [] : [{ type: 'text', text: final }];
}
