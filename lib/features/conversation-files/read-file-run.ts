import 'server-only';
import { getDb } from '@/db/client';
import type { ConversationRows } from '@/db/queries/conversation-files/select-conversation-file';
import { readLog } from '@/db/queries/run-log/read-log';
import type { RunEvent } from '@/lib/protocol/event';
import { projector } from '@/lib/protocol/projection/projector';
import type { FileRun, Include } from './conversation-file';
import { includesEvent } from './includes-event';
import { mapIds, type Naming } from './map-ids';

/** A run with its log as a member sees it. One that goes on is written as if it had been stopped now: a file cannot go on. */
export async function readFileRun(
  row: ConversationRows['runs'][number],
  naming: Naming,
  include: Include,
): Promise<FileRun> {
  const isOver = row.status !== 'queued' && row.status !== 'running';
  const events = await readEvents(row.id, include);
  if (!isOver) events.push(stoppedBehind(events.at(-1), row.id, row.createdAt));
  const { ids } = naming;
  const numbered = include === 'files' ? events : renumbered(events);
  return {
    id: ids.get(row.id) ?? row.id,
    messageId: ids.get(row.messageId) ?? row.messageId,
    answerMessageId: ids.get(row.answerMessageId) ?? row.answerMessageId,
    team: { ...row.team },
    status: row.status === 'queued' || row.status === 'running' ? 'stopped' : row.status,
    result: row.result && { ...row.result },
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    endedAt: (isOver ? row.endedAt : new Date(events.at(-1)?.at ?? row.createdAt))?.toISOString() ?? null,
    events: numbered.map((event) => withoutPeople(mapIds(event, naming))),
  };
}

async function readEvents(runId: string, include: Include): Promise<RunEvent[]> {
  const db = await getDb();
  const { show } = projector('member');
  const events: RunEvent[] = [];
  for (let seq = 0; ; ) {
    const page = await readLog(db, runId, seq);
    for (const line of page.events.split('\n')) {
      if (line === '') continue;
      const event = show(JSON.parse(line) as RunEvent);
      if (event && includesEvent(include, event.type)) events.push(event);
    }
    if (!page.more) return events;
    seq = page.lastSeq;
  }
}

/** Without gaps, as a log is; what refers to another event by its number goes with it. */
function renumbered(events: RunEvent[]): RunEvent[] {
  const numbers = new Map(events.map(({ seq }, index) => [seq, index + 1]));
  return events.map((event, index) => ({
    ...event,
    seq: index + 1,
    ...(event.type === 'vote.voided' && { voteSeq: numbers.get(event.voteSeq) ?? 1 }),
    ...(event.type === 'context.delivered' &&
      event.steerSeqs && { steerSeqs: event.steerSeqs.flatMap((seq) => numbers.get(seq) ?? []) }),
  }));
}

function stoppedBehind(last: RunEvent | undefined, runId: string, createdAt: Date): RunEvent {
  return {
    ...{ seq: (last?.seq ?? 0) + 1, at: last?.at ?? createdAt.toISOString(), runId },
    ...{ type: 'run.stopped', answerId: null, final: null },
  };
}

/** Who acted is not the file's to tell. */
function withoutPeople(event: RunEvent): Record<string, unknown> {
  const { by: _by, controlId: _control, ...rest } = event as RunEvent & { by?: unknown; controlId?: unknown };
  return rest;
}
