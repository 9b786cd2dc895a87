import { texts } from './texts';

export type DecisionTab = 'agents' | 'timeline' | 'answers' | 'votes' | 'decision' | 'context' | 'cost' | 'files';

/** The tabs of "How it was decided" with their key sequences. */
export const DECISION_TABS: { id: DecisionTab; label: string; shortcut: string }[] = [
  { id: 'agents', label: texts.agents, shortcut: 'g a' },
  { id: 'timeline', label: texts.timeline, shortcut: 'g t' },
  { id: 'answers', label: texts.answers, shortcut: 'g d' },
  { id: 'votes', label: texts.votes, shortcut: 'g v' },
  // In place of the votes where a team decides by evidence.
  { id: 'decision', label: texts.decision, shortcut: 'g v' },
  { id: 'context', label: texts.context, shortcut: 'g x' },
  { id: 'cost', label: texts.cost, shortcut: 'g c' },
  { id: 'files', label: texts.files, shortcut: 'g f' },
];
