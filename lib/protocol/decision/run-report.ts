import type { RunState } from '../state';
import { decidesByEvidence } from './decides-by-evidence';
import type { DisagreementReport } from './disagreement-report';
import { reportDisagreement } from './report';
import { viewOf } from './view-of';

/** The disagreement report of a run as its log tells it (P33); `null` where it does not decide by evidence. */
export function runReport(state: RunState): DisagreementReport | null {
  if (!decidesByEvidence(state.team)) return null;
  const { winner } = state;
  const by = winner?.decidedBy ?? (winner?.rule === 'human' ? 'person' : undefined);
  return reportDisagreement(viewOf(state, true), winner && by ? { answerId: winner.answerId, by } : null);
}
