'use client';
import { useEffect, useState } from 'react';
import { readSharedLog } from '@/lib/browser/share/read-shared-log';
import type { RunEvent } from '@/lib/protocol/event';
import { TimelineReplay } from '../run/timeline/timeline-replay';
import { texts } from './texts';

/** Reads what the link shows of a run's log, and replays it. */
export function LoadedReplay({ token, runId }: { token: string; runId: string }) {
  const [events, setEvents] = useState<RunEvent[]>([]);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const abort = new AbortController();
    readSharedLog({ token, runId, signal: abort.signal, onEvents: setEvents }).catch(
      () => !abort.signal.aborted && setFailed(true),
    );
    return () => abort.abort();
  }, [token, runId]);
  if (failed && events.length === 0) return <p className="text-danger text-sm">{texts.replayFailed}</p>;
  return <TimelineReplay events={events} />;
}
