'use client';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { StoredRun } from '@/lib/client/stored-run';
import { LiveRun } from './live-run';
import { StoredRunView } from './stored-run-view';

interface RunBlockProps {
  run: StoredRun;
  /** The newest run of the page answers to the keyboard. */
  latest: boolean;
  /** The stored final answer as the server rendered it. */
  rendered?: ReactNode;
}

/** One turn of the team inside the transcript. A run that was live in this page stays live after its end. */
export function RunBlock({ run, latest, rendered }: RunBlockProps) {
  const [live] = useState(run.status === 'queued' || run.status === 'running');
  return live ? <LiveRun run={run} latest={latest} /> : <StoredRunView run={run} latest={latest} rendered={rendered} />;
}
