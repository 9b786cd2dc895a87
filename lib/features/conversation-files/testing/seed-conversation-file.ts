import { createHash, randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { getDb } from '@/db/client';
import { storeBlob } from '@/db/queries/blobs/store-blob';
import { toolItem } from '@/lib/context-sharing/store/testing/drafts';
import { seedConversation } from '@/lib/context-sharing/store/testing/seed-conversation';
import { seedSnapshot } from '@/lib/features/snapshots/testing/seed-contexts';
import type { RunEvent } from '@/lib/protocol/event';
import { fold } from '@/lib/protocol/fold';
import { randomRun } from '@/lib/protocol/testing/random-run';
import { testTeam } from '@/lib/protocol/testing/test-team';

/** A conversation with two branches, runs with whole logs, contexts that follow one another, an attachment and a choice. */
export async function seedConversationFile(marker = 'marker') {
  const db = await getDb();
  const { person, place, turn } = await seedConversation();
  const first = await turn();
  const beside = await turn();
  const second = await turn(first.answerMessageId);
  for (const [index, { runId, answerMessageId }] of [first, beside, second].entries()) {
    const events = logOf(runId, index + 3, marker);
    const state = fold(runId, events);
    const final = `${state.final?.text ?? ''} ${marker}`;
    await say(answerMessageId, [{ type: 'text', text: final }]);
    const lines = events.map((event) => `${JSON.stringify(event)}\n`).join('');
    await db.execute(sql`insert into run_event_batch (run_id, first_seq, last_seq, epoch, events, bytes)
      values (${runId}, 1, ${events.length}, 1, ${lines}, ${Buffer.byteLength(lines)})`);
    const status = state.status === 'failed' ? 'failed' : 'finished';
    await db.execute(sql`update run set status = ${status}, seq = ${events.length} where id = ${runId}`);
  }
  const one = await seedSnapshot(first.slot('A'), {
    seq: 2,
    items: [toolItem('t', marker)],
    files: { 'a.md': `${marker} a` },
  });
  await seedSnapshot(second.slot('A'), { parent: one, seq: 2, kind: 'answer', files: { 'b.md': `${marker} b` } });
  const content = Buffer.from(`${marker} attached ${randomUUID()}`);
  const hash = createHash('sha256').update(content).digest('hex');
  await storeBlob(hash, content);
  const attachmentId = uuidv7();
  const file = { name: `${marker}.txt`, mediaType: 'text/plain', bytes: content.byteLength, kind: 'text' as const };
  await db.execute(sql`insert into attachment (id, workspace_id, owner_id, hash, name, media_type, bytes, kind) values
    (${attachmentId}, ${place.workspaceId}, ${person.userId}, ${hash}, ${file.name}, ${file.mediaType}, ${file.bytes}, ${file.kind})`);
  await db.execute(sql`insert into message_attachment (message_id, attachment_id, workspace_id)
    values (${second.messageId}, ${attachmentId}, ${place.workspaceId})`);
  await say(second.messageId, [
    { type: 'text', text: `${marker} question` },
    { type: 'attachment', id: attachmentId, ...file },
  ]);
  const chosen = { answerId: 'A.1', by: { userId: person.userId }, at: '2026-03-04T05:06:07.008Z' };
  await db.execute(
    sql`update message set chosen = ${JSON.stringify(chosen)}::jsonb where id = ${first.answerMessageId}`,
  );
  await db.execute(sql`update conversation set title = ${`About ${marker}`}, labels = array[${marker}],
    active_leaf_id = ${second.answerMessageId} where id = ${place.conversationId}`);
  return { person, place, first, second, attachmentId };
}

async function say(messageId: string, parts: object[]): Promise<void> {
  const db = await getDb();
  await db.execute(sql`update message set parts = ${JSON.stringify(parts)}::jsonb where id = ${messageId}`);
}

/** A run of random moves whose texts hold the marker, as its log has it. */
function logOf(runId: string, seed: number, marker: string): RunEvent[] {
  const { run: simulated } = randomRun(testTeam(2), seed, null);
  return simulated.events.map((event): RunEvent => {
    const own = { ...event, runId, at: new Date(Date.UTC(2026, 1, 3) + event.seq * 137).toISOString() };
    return own.type === 'answer.posted' ? { ...own, content: `${own.content} ${marker}` } : own;
  });
}
