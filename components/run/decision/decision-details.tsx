'use client';
import dynamic from 'next/dynamic';
import { hasWorkFolders } from '@/lib/browser/run/run-files';
import { decidesByEvidence } from '@/lib/protocol/decision/decides-by-evidence';
import { isSharing } from '@/lib/protocol/sharing';
import type { RunState } from '@/lib/protocol/state';
import { Skeleton } from '../../ui/skeleton';
import { Tabs } from '../../ui/tabs';
import { texts } from '../texts';
import { AgentsPanel } from './agents-panel';
import { DECISION_TABS, type DecisionTab } from './tab-ids';

const loading = () => <Skeleton className="h-72 w-full" />;
const TimelinePanel = dynamic(() => import('../timeline/timeline-panel').then((file) => file.TimelinePanel), {
  loading,
});
const AnswersPanel = dynamic(() => import('../answers/answers-panel').then((file) => file.AnswersPanel), { loading });
const ContextPanel = dynamic(() => import('../context/context-panel').then((file) => file.ContextPanel), { loading });
const DecisionPanel = dynamic(() => import('./decision-panel').then((file) => file.DecisionPanel), { loading });
const CostPanel = dynamic(() => import('../cost/cost-panel').then((file) => file.CostPanel), { loading });
const FilesPanel = dynamic(() => import('../files/files-panel').then((file) => file.FilesPanel), { loading });
const VotesPanel = dynamic(() => import('../answers/votes-panel').then((file) => file.VotesPanel), { loading });

interface DecisionDetailsProps {
  run: RunState;
  /** Of task, as it is stored; absent = not yet. */
  kind?: string;
  tab: DecisionTab;
  onTab: (tab: DecisionTab) => void;
  hotkeys: boolean;
}

/** The inside of "How it was decided". */
export function DecisionDetails({ run, kind, tab, onTab, hotkeys }: DecisionDetailsProps) {
  const tabs = DECISION_TABS.filter(({ id }) => isShown(id, run));
  // A shortcut may name a tab that this run does not have.
  const asked = tab === 'votes' && decidesByEvidence(run.team) ? 'decision' : tab;
  const selected = tabs.some(({ id }) => id === asked) ? asked : 'agents';
  return (
    <Tabs label={texts.howDecided} tabs={tabs} selected={selected} onSelect={onTab}>
      {selected === 'agents' && <AgentsPanel run={run} hotkeys={hotkeys} />}
      {selected === 'timeline' && <TimelinePanel run={run} />}
      {selected === 'answers' && <AnswersPanel run={run} />}
      {selected === 'votes' && <VotesPanel run={run} />}
      {selected === 'decision' && <DecisionPanel run={run} kind={kind} />}
      {selected === 'context' && <ContextPanel run={run} />}
      {selected === 'cost' && <CostPanel run={run} />}
      {selected === 'files' && <FilesPanel run={run} />}
    </Tabs>
  );
}

function isShown(tab: DecisionTab, run: RunState): boolean {
  if (tab === 'decision') return decidesByEvidence(run.team);
  if (tab === 'votes') return run.slots.length > 1 && !decidesByEvidence(run.team);
  if (tab === 'context') return isSharing(run.team);
  return tab !== 'files' || hasWorkFolders(run);
}
