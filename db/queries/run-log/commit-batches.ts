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
 * its status, its result, what it has used and the text of its assistant message. Returns the runs that were written: one that is missing has been
 * taken over by another process (its epoch is higher) or is over, and nothing of it was written.
 */
export async function commitBatches(db: Db, batches: LogBatch[]): Promise<Set<string>> {
  // Most commits end no run; theirs is the shorter statement.
  const metered = batches.some(({ end }) => end !== null) ? METERED : sql``;
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
      returning run.answer_message_id, run.workspace_id, run.created_by, run.conversation_id, input.*
    ), answered as (
      update message set parts = written.parts::jsonb
      from written where message.id = written.answer_message_id and written.parts is not null
    )${metered}
    insert into run_event_batch (run_id, first_seq, last_seq, epoch, events, bytes)
    select run_id, first_seq, last_seq, epoch, events, octet_length(events) from written
    returning run_id`);
  return new Set(rows.map((row) => row.run_id));
}

/** What the ended runs have used, from the results that are written with them. */
const METERED = sql.raw(`, metered as (
      insert into usage_entry (run_id, slot, phase, backend, model, workspace_id, user_id, conversation_id, at, requests, input_tokens,
        output_tokens, cached_tokens, reasoning_tokens, unpriced_tokens, estimated_tokens, cost_usd, price_date)
      select written.run_id, u.slot, u.phase, u.backend, u.model, written.workspace_id, written.created_by, written.conversation_id,
        now(), u.requests, u."inputTokens", u."outputTokens", u."cachedTokens", u."reasoningTokens", u."unpricedTokens",
        u."estimatedTokens", u."costUsd", u."priceDate"
      from written, jsonb_to_recordset(written.result::jsonb -> 'usage') as u(slot text, phase text, backend text, model text,
        requests int, "inputTokens" bigint, "outputTokens" bigint, "cachedTokens" bigint, "reasoningTokens" bigint,
        "unpricedTokens" bigint, "estimatedTokens" bigint, "costUsd" double precision, "priceDate" text)
      where written.result is not null
      on conflict do nothing
    )`);

function finalParts(final: string | null) {
  return final === null ? [] : [{ type: 'text', text: final }];
}
