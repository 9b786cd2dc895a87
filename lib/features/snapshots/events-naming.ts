import { readLog } from '@/db/queries/run-log/read-log';
import type { Db } from '@/db/types/database';
import type { RunEvent } from '@/lib/protocol/event';
import { projector } from '@/lib/protocol/projection/projector';

/** What a member sees of the events of a run in which this text stands somewhere, in their order; only they are parsed. */
export async function* eventsNaming(db: Db, runId: string, text: string): AsyncGenerator<RunEvent> {
  const asJson = JSON.stringify(text);
  const { show } = projector('member');
  let seq = 0;
  for (;;) {
    const page = await readLog(db, runId, seq);
    for (const line of page.events.split('\n')) {
      const event = line.includes(asJson) ? show(JSON.parse(line) as RunEvent) : null;
      if (event) yield event;
    }
    if (!page.more) return;
    seq = page.lastSeq;
  }
}
