'use client';
import { useRunLog } from '@/lib/browser/run/use-run-log';
import type { RunState } from '@/lib/protocol/state';
import { TimelineReplay } from './timeline-replay';

/** The timeline of a run, from its log. */
export function TimelinePanel({ run }: { run: RunState }) {
  return <TimelineReplay events={useRunLog(run.runId)} />;
}
