import type { CheckOutcome } from '@/lib/protocol/decision/checks/check';
import { NOTHING_DECIDED } from '@/lib/protocol/decision/decision-state';
import { runReport } from '@/lib/protocol/decision/run-report';
import type { RunState } from '@/lib/protocol/state';

/** How a team decided by evidence, as the API answers it. */
export interface RunDecision {
  decidedBy: string | null;
  classes: { answerIds: string[]; how: 'rule' | 'comparison' | null }[];
  echoes: string[];
  ballots: { slot: string; scores: Record<string, number>; reason: string }[];
  checks: { answerId: string; check: string; outcome: CheckOutcome; because: string }[];
  judge: { answerId: string | null } | null;
  report: string[];
}

/** `null` = the team decides by votes, or has nobody to decide among. */
export function runDecision(state: RunState): RunDecision | null {
  const report = runReport(state);
  if (!report) return null;
  const { classes, echoes, ballots, results, judged } = state.decision ?? NOTHING_DECIDED;
  return {
    decidedBy: report.decidedBy,
    classes: classes.length > 0 ? classes : state.answers.map(({ answerId }) => ({ answerIds: [answerId], how: null })),
    echoes,
    ballots: ballots.map(({ slot, scores, reason }) => ({ slot, scores, reason })),
    checks: results,
    judge: judged && { answerId: judged.answerId },
    report: report.sentences,
  };
}
