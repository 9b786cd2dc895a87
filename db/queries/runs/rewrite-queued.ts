import { sql } from 'drizzle-orm';
import { getDb } from '../../client';
import type { QueryActor } from '../../types/query-actor';
import { foundRunIs } from '../run-log/found-run';
import { lockClaims } from '../run-log/lock-claims';

/**
 * Words the question of a run that has not begun anew; its files stay. False when it has begun, is somebody else's, or asks a question that
 * another run has asked too. Runs are claimed one after the other, so that none begins with the words of before.
 */
export async function rewriteQueued(actor: QueryActor, runId: string, text: string): Promise<boolean> {
  const db = await getDb();
  return db.transaction(async (tx) => {
    await lockClaims(tx);
    const { rows } = await tx.execute(sql`
      update message set parts = (
        select jsonb_agg(case part ->> 'type' when 'text' then jsonb_set(part, '{text}', to_jsonb(${text}::text)) else part end order by at)
        from jsonb_array_elements(message.parts) with ordinality as listed(part, at))
      from run
      where run.id = ${runId} and ${foundRunIs(sql`run`, 'queued')} and run.created_by = ${actor.userId} and message.id = run.message_id
        and not exists (select 1 from run other where other.message_id = message.id and other.id <> run.id)
      returning message.id`);
    return rows.length > 0;
  });
}
