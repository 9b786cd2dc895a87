import { sql } from 'drizzle-orm';
import { getDb } from '../client';
import { runEventBatch } from '../schema/runs';
import { insertRun } from './insert-run';

/** A turn with this question and this log, for tests; over unless `isOpen`. Events get their stamp here. */
export async function insertLoggedRun(
  turn: { workspaceId: string; conversationId: string; userId: string; parentId?: string; isOpen?: boolean },
  question: object[],
  drafts: object[],
) {
  const { isOpen, ...place } = turn;
  const ids = await insertRun({ ...place, status: isOpen ? 'running' : 'finished' });
  const db = await getDb();
  await db.execute(sql`update message set parts = ${JSON.stringify(question)}::jsonb where id = ${ids.messageId}`);
  const lines = drafts.map((draft, index) =>
    JSON.stringify({ seq: index + 1, at: '2026-01-01T00:00:00.000Z', runId: ids.runId, ...draft }),
  );
  const events = `${lines.join('\n')}\n`;
  const size = { firstSeq: 1, lastSeq: lines.length, epoch: 1, bytes: events.length };
  await db.insert(runEventBatch).values({ runId: ids.runId, events, ...size });
  // Driven by another process, as far as this one knows.
  if (isOpen)
    await db.execute(
      sql`update run set owner = 'other', lease_until = now() + interval '1 hour' where id = ${ids.runId}`,
    );
  else await db.execute(sql`update run set seq = ${lines.length}, ended_at = now() where id = ${ids.runId}`);
  return ids;
}
