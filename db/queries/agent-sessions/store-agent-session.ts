import { type SQL, sql } from 'drizzle-orm';
import { getDb } from '../../client';
import type { Db } from '../../types/database';

/** What a session has come to with the end of a turn. */
export interface AgentSessionTurn {
  id: string;
  conversationId: string;
  slot: string;
  fingerprint: string;
  turn: string;
  runId: string;
  told: string[];
  /** How many entries it had before. */
  from: number;
  /** New ones, in order, each JSON. */
  entries: string[];
  /** Of all its entries. */
  bytes: number;
}

/** Sessions of a slot that are kept in a conversation. */
const KEPT = 2;
const CHARACTERS_PER_STATEMENT = 500_000;

/**
 * Writes what a session has come to, all of it or nothing. False, and nothing is written, when the session is not as `from` says, because
 * another process has gone on with it, or the conversation is gone. For an agent's own work only.
 */
export async function storeAgentSession(turn: AgentSessionTurn): Promise<boolean> {
  const db = await getDb();
  return db.transaction(async (tx) => {
    const { rows } = await tx.execute(turn.from === 0 ? insertion(turn) : update(turn));
    if (rows.length === 0) return false;
    await insertEntries(tx, turn);
    await tx.execute(sql`
      delete from agent_session where conversation_id = ${turn.conversationId} and slot = ${turn.slot} and id not in (
        select id from agent_session where conversation_id = ${turn.conversationId} and slot = ${turn.slot}
        order by (id = ${turn.id}) desc, updated_at desc limit ${KEPT})`);
    return true;
  });
}

function insertion({
  id,
  conversationId,
  slot,
  fingerprint,
  turn,
  runId,
  told,
  entries,
  bytes,
}: AgentSessionTurn): SQL {
  return sql`
    insert into agent_session (id, workspace_id, conversation_id, slot, fingerprint, turn, run_id, told, entries, bytes)
    select ${id}::uuid, workspace_id, id, ${slot}, ${fingerprint}, ${turn}, ${runId}::uuid, ${JSON.stringify(told)}::jsonb,
      ${entries.length}::int, ${bytes}::int
    from conversation where id = ${conversationId}
    on conflict do nothing returning id`;
}

function update({ id, turn, runId, told, from, entries, bytes }: AgentSessionTurn): SQL {
  return sql`
    update agent_session set turn = ${turn}, run_id = ${runId}, told = ${JSON.stringify(told)}::jsonb,
      entries = ${from + entries.length}, bytes = ${bytes}, updated_at = now()
    where id = ${id} and entries = ${from} returning id`;
}

async function insertEntries(tx: Db, { id, from, entries }: AgentSessionTurn): Promise<void> {
  let next = 0;
  while (next < entries.length) {
    const first = next;
    for (let characters = 0; next < entries.length && characters < CHARACTERS_PER_STATEMENT; next++)
      characters += entries[next]?.length ?? 0;
    const piece = entries.slice(first, next);
    const indexes = piece.map((_, i) => from + first + i);
    await tx.execute(sql`
      insert into agent_session_entry (session_id, index, entry)
      select ${id}::uuid, * from unnest(${sql.param(indexes)}::int[], ${sql.param(piece)}::text[])`);
  }
}
