'use client';
import { runReport } from '@/lib/protocol/decision/run-report';
import type { RunState } from '@/lib/protocol/state';
import { Disagreement } from './disagreement';

/** The report of a run that this page has followed, folded from its log. */
export function LiveDisagreement({ run, onCompare }: { run: RunState; onCompare: () => void }) {
  const report = runReport(run);
  return report && <Disagreement report={report} onCompare={onCompare} />;
}
