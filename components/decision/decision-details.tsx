'use client';
import dynamic from 'next/dynamic';
import type { RunState } from '@/lib/protocol/state';
import { Skeleton } from '../ui/skeleton';
import { Tabs } from '../ui/tabs';
import { AgentsPanel } from './agents-panel';
import { DECISION_TABS, type DecisionTab } from './tab-ids';

const loading = () => <Skeleton className="h-72 w-full" />;
const TimelinePanel = dynamic(() => import('./timeline-panel').then((file) => file.TimelinePanel), { loading });
const AnswersPanel = dynamic(() => import('./answers-panel').then((file) => file.AnswersPanel), { loading });
const CostPanel = dynamic(() => import('./cost-panel').then((file) => file.CostPanel), { loading });
const VotesPanel = dynamic(() => import('./votes-panel').then((file) => file.VotesPanel), { loading });

interface DecisionDetailsProps {
  run: RunState;
  tab: DecisionTab;
  onTab: (tab: DecisionTab) => void;
  hotkeys: boolean;
}

/** The inside of "How it was decided". */
export function DecisionDetails({ run, tab, onTab, hotkeys }: DecisionDetailsProps) {
  const tabs = run.slots.length > 1 ? DECISION_TABS : DECISION_TABS.filter((entry) => entry.id !== 'votes');
  return (
    <Tabs label="How it was decided" tabs={tabs} selected={tab} onSelect={onTab}>
      {tab === 'agents' && <AgentsPanel run={run} hotkeys={hotkeys} />}
      {tab === 'timeline' && <TimelinePanel run={run} />}
      {tab === 'answers' && <AnswersPanel run={run} />}
      {tab === 'votes' && <VotesPanel run={run} />}
      {tab === 'cost' && <CostPanel run={run} />}
    </Tabs>
  );
}
