import type { AnswerId } from '../team';
import { type Member, relation } from './answer-classes';
import type { DecidedBy } from './decision';
import type { DisagreementReport, Position, Sureness } from './disagreement-report';
import { sureness } from './is-decided';
import { reportInWords } from './report-sentences';
import { type AnswerClass, type Standing, standing } from './standing';
import type { DecisionView } from './view';

/** What decided, as the log has it. */
export interface Outcome {
  answerId: AnswerId;
  by: DecidedBy | 'person';
}

/** The disagreement report (P33): a pure fold of what is known. It names nobody and nothing that the view does not. */
export function reportDisagreement(view: DecisionView, outcome: Outcome | null): DisagreementReport {
  const now = standing(view);
  const winner = now.classes.find(({ members }) => members.some(({ answer }) => answer.answerId === outcome?.answerId));
  const ordered = [...now.classes].sort((a, b) => Number(b === winner) - Number(a === winner));
  const positions = ordered.map((each) => positionOf(view, each, each === winner));
  const named = new Set(positions.flatMap(({ slots }) => slots));
  const silent = view.slots.filter(({ slot }) => !named.has(slot)).map(({ slot }) => slot);
  const report = {
    positions,
    silent,
    doAllAgree: positions.length === 1 && (positions[0]?.slots.length ?? 0) > 1,
    decidedBy: winner ? (outcome?.by ?? null) : null,
    sureness: surenessWord(view, now, winner, outcome),
    unchecked: ordered.flatMap(({ members }) => members.filter((member) => !isChecked(view, member)).map(idOf)),
    unclear: unclearPositions(view, ordered),
  };
  return { ...report, ...reportInWords(report) };
}

const idOf = ({ answer }: Member) => answer.answerId;

function positionOf(view: DecisionView, { best, members }: AnswerClass, isWinner: boolean): Position {
  const slotOf = ({ index }: Member) => view.slots[index]?.slot ?? '';
  const answers = members.map(idOf);
  const found = view.findings.filter(({ a, b, is }) => is === 'same' && answers.includes(a) && answers.includes(b));
  const byComparison = found.some(({ by }) => by === 'comparison');
  return {
    answerId: idOf(best),
    answers,
    slots: members.map(slotOf),
    echoes: members.filter(({ answer }) => !answer.isIndependent).map(slotOf),
    isWinner,
    equalBy: members.length < 2 ? null : byComparison ? 'comparison' : 'rule',
    checks: view.results
      .filter(({ answerId }) => answerId === idOf(best))
      .map(({ check, passed }) => ({ check, passed })),
  };
}

function isChecked(view: DecisionView, member: Member): boolean {
  return view.results.some(({ answerId, passed }) => answerId === idOf(member) && passed !== null);
}

function unclearPositions(view: DecisionView, classes: AnswerClass[]): [AnswerId, AnswerId][] {
  return classes.flatMap((left, index) =>
    classes
      .slice(index + 1)
      .filter((right) => relation(view.findings, idOf(left.best), idOf(right.best)) === 'unknown')
      .map((right): [AnswerId, AnswerId] => [idOf(left.best), idOf(right.best)]),
  );
}

/** Odds as a word. Where nobody agrees and nothing was checked, the measured rates allow no more than an open outcome. */
function surenessWord(
  view: DecisionView,
  now: Standing,
  winner: AnswerClass | undefined,
  outcome: Outcome | null,
): Sureness {
  if (!winner || outcome?.by === 'person') return 'open';
  const rivals = now.classes.filter((each) => each !== winner);
  if (winner.verdict === 'right') return 'almost certain';
  if (winner.supporters < 2 && winner.evidence <= 0 && !now.isKnown) {
    return outcome?.by === 'judge' || outcome?.by === 'ballots' ? 'more likely than not' : 'open';
  }
  const odds = sureness(view, { ...now, classes: [winner, ...rivals] });
  // Without learned rates nothing is called more than very likely: two equal answers were right in 84 to 98 % of what was measured.
  if (odds >= 0.97 && (now.isKnown || winner.evidence > 0)) return 'almost certain';
  if (odds >= 0.9) return 'very likely';
  if (odds >= 0.75) return 'likely';
  return odds >= 0.5 ? 'more likely than not' : 'open';
}
