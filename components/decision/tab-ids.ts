export type DecisionTab = 'agents' | 'timeline' | 'answers' | 'votes' | 'context' | 'cost' | 'files';

/** The tabs of "How it was decided" with their key sequences. */
export const DECISION_TABS: { id: DecisionTab; label: string; shortcut: string }[] = [
  { id: 'agents', label: 'Agents', shortcut: 'g a' },
  { id: 'timeline', label: 'Timeline', shortcut: 'g t' },
  { id: 'answers', label: 'Answers & diff', shortcut: 'g d' },
  { id: 'votes', label: 'Votes', shortcut: 'g v' },
  { id: 'context', label: 'Context', shortcut: 'g x' },
  { id: 'cost', label: 'Cost', shortcut: 'g c' },
  { id: 'files', label: 'Files', shortcut: 'g f' },
];
