import { plural } from '@/lib/browser/ui/format';

/** What the page about the reliability of models says. */
export const texts = {
  table: 'How often models were right',
  columns: ['Right', 'Runs', 'Your choices', 'Checks', 'Agreement', 'Cost, 30 days'],
  model: 'Model',
  rate: (rate: number, uncertainty: number) =>
    `${Math.round(rate * 100)} % ± ${Math.max(1, Math.round(uncertainty * 100))}`,
  unknown: 'not enough yet',
  nothing:
    'Nothing is known yet. Teams that decide by evidence are learned from when their answers agree, are checked, or you say which was right.',
  use: 'Learn from runs, and use what was learned',
  useText: 'While this is off, all agents count the same. What is known is kept.',
  on: 'Runs are learned from again.',
  off: 'Runs are no longer learned from.',
  reset: 'Forget everything',
  resetTitle: 'Forget what was learned?',
  resetText: (runs: number) =>
    `What ${plural(runs, 'observation')} said of the models of this workspace is deleted. Runs and answers stay.`,
  forgotten: 'Everything learned has been forgotten.',
};
