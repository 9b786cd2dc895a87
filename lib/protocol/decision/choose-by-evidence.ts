import type { WinnerChosen } from '../event';
import type { RunState } from '../state';
import { decideSelection } from './decide-selection';
import type { Decision } from './decision';
import { viewOf } from './view-of';

type Won = Extract<Decision, { do: 'winner' }>;

/** The best of what there is now, with nothing more asked; it has an answer wherever one is published. */
export function bestByEvidence(state: RunState): Won {
  const best = decideSelection(viewOf(state, true));
  if (best.do !== 'winner') throw new Error('Nothing more is asked of a run that closes.');
  return best;
}

/** `null` = nobody has answered. */
export function winnerEvent({ answerId, by }: Won): WinnerChosen | null {
  return answerId && { type: 'winner.chosen', answerId, rule: 'evidence', tally: {}, decidedBy: by };
}
