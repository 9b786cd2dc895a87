import { readLog } from '@/db/queries/run-log/read-log';
import type { Db } from '@/db/types/database';
import type { RunEvent } from '@/lib/protocol/event';
import type { Audience } from '@/lib/protocol/projection/audience';
import { projector } from '@/lib/protocol/projection/projector';

/** What an audience sees of a run's log, up to this `seq` if one is given. For audiences that see no deltas: their logs are short. */
export async function readShownLog(
  db: Db,
  runId: string,
  audience: Audience,
  upTo: number | null,
): Promise<RunEvent[]> {
  const { showLine } = projector(audience);
  const end = upTo ?? Number.POSITIVE_INFINITY;
  const events: RunEvent[] = [];
  for (let seq = 0; seq < end; ) {
    const page = await readLog(db, runId, seq);
    let at = page.firstSeq;
    for (const line of page.events.split('\n')) {
      if (line === '') continue;
      const shown = at > seq && at <= end ? showLine(line) : null;
      if (shown !== null) events.push(JSON.parse(shown) as RunEvent);
      at += 1;
    }
    if (!page.more) break;
    seq = page.lastSeq;
  }
  return events;
}
