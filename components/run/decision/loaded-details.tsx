'use client';
import type { StoredRun } from '@/lib/browser/run/stored-run';
import { Notice } from '../../ui/notice';
import { Skeleton } from '../../ui/skeleton';
import { useRun } from '../run-stores';
import { texts } from '../texts';
import { DecisionDetails } from './lazy-decision-details';
import type { DecisionTab } from './tab-ids';

interface LoadedDetailsProps {
  run: StoredRun;
  tab: DecisionTab;
  onTab: (tab: DecisionTab) => void;
  hotkeys: boolean;
}

/** Details of a stored run: reads its log once, then shows them. */
export function LoadedDetails({ run, ...details }: LoadedDetailsProps) {
  const { state, connection } = useRun(run);
  if (connection === 'refused') return <Notice tone="warn">{texts.logRefused}</Notice>;
  // A half-read log would show a past moment as if it were the end.
  if (connection !== 'ended') return <Skeleton className="h-[27rem] w-full" />;
  return <DecisionDetails kind={run.result?.kind} run={state} {...details} />;
}
