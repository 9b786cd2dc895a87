import { type SQL, sql } from 'drizzle-orm';
import { preparedSql } from '../../prepared';
import type { Db } from '../../types/database';
import type { RunResult } from '../../types/run-result';
import { foundRunIs } from './found-run';

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
 * result, what it has used, what it says of its members and the text of its assistant message. Returns the runs that were not written: such a one has been taken
 * over by another process (its epoch is higher) or is over, and nothing of it was written. The shared lock keeps a take-over out until
 * the rows are there; in the order of ids, like every statement that locks several runs, so that two cannot wait for each other. Writing
 * the locks costs as much as writing the rows, so a `soleProcess`, from whom nobody takes a run over, makes none.
 */
export async function commitBatches(db: Db, batches: LogBatch[], soleProcess = false): Promise<Set<string>> {
  const ends = batches.flatMap(({ runId, end }) => (end ? [{ runId, ...end }] : []));
  const isLearning = ends.some(({ result }) => (result.observations ?? []).length > 0);
  const commit =
    COMMITS[soleProcess ? 'sole' : 'shared'][isLearning ? 'learning' : ends.length > 0 ? 'ending' : 'going'];
  const lost = await commit(db, {
    runIds: arrayOf(batches.map(({ runId }) => runId)),
    epochs: arrayOf(batches.map(({ epoch }) => epoch)),
    firstSeqs: arrayOf(batches.map(({ firstSeq }) => firstSeq)),
    lastSeqs: arrayOf(batches.map(({ lastSeq }) => lastSeq)),
    events: batches.map(({ events }) => events).join(SEPARATOR),
    endedIds: ends.map(({ runId }) => runId),
    statuses: ends.map(({ status }) => status),
    results: ends.map(({ result }) => JSON.stringify(result)),
    finals: ends.map(({ final }) => JSON.stringify(finalParts(final))),
  });
  return new Set(lost.map((row) => row.run_id));
}

/** As Postgres writes an array whose elements need no quotes: one text reaches the database's thread for less than a list of them. */
function arrayOf(elements: (string | number)[]): string {
  return `{${elements.join(',')}}`;
}

const value = (name: string) => sql.placeholder(name);

/** Most commits end no run, and most runs' ends say nothing of their members: neither needs to plan for it. */
const COMMITS = {
  sole: commitStatements('sole', sql``),
  shared: commitStatements('shared', sql`order by run.id for share of run`),
};

function commitStatements(kind: string, lock: SQL) {
  return {
    going: commitStatement(kind, lock, sql``),
    ending: commitStatement(`${kind}_ending`, lock, endings(sql``)),
    learning: commitStatement(`${kind}_learning`, lock, endings(observations())),
  };
}

function commitStatement(name: string, lock: SQL, ended: SQL) {
  return preparedSql<{ run_id: string }>(
    `commit_${name}`,
    () => sql`
      with given as (
        select * from unnest(
          ${value('runIds')}::uuid[], ${value('epochs')}::int[], ${value('firstSeqs')}::int[], ${value('lastSeqs')}::int[],
          string_to_array(${value('events')}, ${SEPARATOR})
        ) as input(run_id, epoch, first_seq, last_seq, events)
      ), written as (
        select given.* from given
        join run on run.id = given.run_id and run.epoch = given.epoch and ${foundRunIs(sql`run`, 'running')}
        ${lock}
      )${ended}, logged as (
        insert into run_event_batch (run_id, first_seq, last_seq, epoch, events, bytes)
        select run_id, first_seq, last_seq, epoch, events, octet_length(events) from written
      )
      select run_id from given except select run_id from written`,
  );
}

/** The part for the runs that end. */
function endings(learned: SQL): SQL {
  return sql`, ended as (
      update run set seq = written.last_seq, status = e.status, result = e.result::jsonb, ended_at = now(), lease_until = null
      from written join unnest(
        ${value('endedIds')}::uuid[], ${value('statuses')}::text[], ${value('results')}::text[], ${value('finals')}::text[]
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
    )${learned}`;
}

/** What the results say of the teams' members. */
function observations(): SQL {
  return sql`, learned as (
      insert into reliability_observation (run_id, slot, workspace_id, backend, model, kind, source, is_right, weight)
      select ended.run_id, o.slot, ended.workspace_id, o.backend, o.model, o.kind, o.source, o."isRight", o.weight
      from ended, jsonb_to_recordset(ended.result -> 'observations') as o(slot text, backend text, model text, kind text, source text,
        "isRight" boolean, weight double precision)
      where not exists (select 1 from reliability_off where reliability_off.workspace_id = ended.workspace_id)
      on conflict do nothing
    )`;
}

function finalParts(final: string | null) {
  return final === null ? [] : [{ type: 'text', text: final }];
}
