import { readLog } from '@/db/queries/run-log/read-log';
import type { Db } from '@/db/types/database';
import type { RunEvent } from '@/lib/protocol/event';

/** The events of a run in which this text stands somewhere, in their order; only they are parsed. */
export async function* eventsNaming(db: Db, runId: string, text: string): AsyncGenerator<RunEvent> {
  const asJson = JSON.stringify(text);
  let seq = 0;
  for (;;) {
    const page = await readLog(db, runId, seq);
    for (const line of page.events.split('\n')) if (line.includes(asJson)) yield JSON.parse(line) as RunEvent;
    if (!page.more) return;
    seq = page.lastSeq;
  }
}
