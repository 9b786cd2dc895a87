import { useEffect, useState } from 'react';
import { createLimiter } from '@/lib/browser/api/limiter';
import type { RunEvent } from '@/lib/protocol/event';
import { followRun } from './follow-run';

const UPDATE_MS = 250;

/** Every event of a run from the start, growing while the run goes on; `[]` until the first arrive. */
export function useRunLog(runId: string): RunEvent[] {
  const [events, setEvents] = useState<RunEvent[]>([]);
  useEffect(() => {
    const all: RunEvent[] = [];
    const abort = new AbortController();
    const limiter = createLimiter(() => setEvents([...all]), UPDATE_MS);
    void followRun({
      runId,
      after: 0,
      signal: abort.signal,
      onEvents(batch) {
        all.push(...batch);
        limiter.schedule();
      },
      onConnection: (connection) => connection === 'ended' && limiter.flush(),
    });
    return () => {
      abort.abort();
      limiter.cancel();
    };
  }, [runId]);
  return events;
}
