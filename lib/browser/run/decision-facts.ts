import type { DisagreementReport } from '@/lib/protocol/decision/disagreement-report';
import { runReport } from '@/lib/protocol/decision/run-report';
import type { RunState } from '@/lib/protocol/state';
import type { AnswerId } from '@/lib/protocol/team';
import { answerOf } from '@/lib/protocol/voting/current-answers';

/** Who was spared, and why: it could not have changed the outcome. */
export interface Spared {
  slot: string;
  how: 'not asked' | 'interrupted';
}

export interface DecisionFacts {
  report: DisagreementReport;
  /** The beginning of each answer that stands for others. */
  texts: Map<AnswerId, string>;
  /** Agents that had published when it was decided; `null` while it is not. */
  heard: number | null;
  spared: Spared[];
  /** Answers on the ballots, and what each voter gave them. */
  scored: AnswerId[];
  ballots: { slot: string; scores: Record<AnswerId, number>; reason: string }[];
  verdicts: { order: AnswerId[]; answerId: AnswerId | null; reason: string }[];
  /** What the judge said in both orders; absent = none was needed. */
  judged?: AnswerId | null;
}

/** Everything that is known of a decision by evidence; `null` where the team decides otherwise. */
export function decisionFacts(run: RunState): DecisionFacts | null {
  const report = runReport(run);
  if (!report) return null;
  const { winner, decision } = run;
  const before = winner && run.answers.filter(({ seq }) => seq < winner.seq);
  const ballots = decision?.ballots ?? [];
  return {
    report,
    texts: new Map(report.positions.map(({ answerId }) => [answerId, answerOf(run, answerId)?.content ?? ''])),
    heard: before && new Set(before.map(({ slot }) => slot)).size,
    spared: winner ? sparedBy(run) : [],
    scored: [...new Set(ballots.flatMap(({ scores }) => Object.keys(scores) as AnswerId[]))].sort(),
    ballots,
    verdicts: decision?.verdicts ?? [],
    ...(decision?.judged && { judged: decision.judged.answerId }),
  };
}

function sparedBy(run: RunState): Spared[] {
  const published = new Set(run.answers.map(({ slot }) => slot));
  return run.slots
    .filter(({ slot, out }) => out === null && !published.has(slot))
    .map(({ slot, calls }) => ({ slot, how: calls === 0 ? ('not asked' as const) : ('interrupted' as const) }));
}
