'use client';
import { useState } from 'react';
import type { StoredRun } from '@/lib/browser/run/stored-run';
import { LiveRun } from './live-run';
import { StoredRunView } from './stored-run-view';

interface RunBlockProps {
  run: StoredRun;
  /** The newest run of the page answers to the keyboard. */
  latest: boolean;
  /** Reads the whole final answer. */
  readWhole: () => Promise<string>;
}

/** One turn of the team inside the transcript. A run that was live in this page stays live after its end. */
export function RunBlock({ run, latest, readWhole }: RunBlockProps) {
  const [live] = useState(run.status === 'queued' || run.status === 'running');
  if (live) return <LiveRun run={run} latest={latest} />;
  return <StoredRunView run={run} latest={latest} readWhole={readWhole} />;
}
