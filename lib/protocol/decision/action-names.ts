import type { CallPhase } from '../event';
import type { Team } from '../team';
import { VOTING_TOOLS, type WorkflowTool } from '../workflow-tools';
import { decidesByEvidence } from './decides-by-evidence';
import { isFresh } from './fresh-calls';

const BY_PHASE: Partial<Record<CallPhase, readonly WorkflowTool[]>> = {
  coordination: ['new_answer', 'keep_answer'],
  comparison: ['report_pairs'],
  check: ['report_check'],
  ballot: ['score_answers', 'abstain'],
  judge: ['choose_answer'],
};

/** What an agent may act by in a call of the phase; a presentation ends by its text. */
export function actionNames(team: Team | null, phase: CallPhase): readonly string[] {
  if (phase === 'presentation') return [];
  return ((decidesByEvidence(team) || isFresh(phase)) && BY_PHASE[phase]) || VOTING_TOOLS;
}
