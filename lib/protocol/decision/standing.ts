import { answerClasses, type Member } from './answer-classes';
import { EPSILON } from './constants';
import { evidenceFor, passesOf, verdictOn } from './evidence';
import { type SlotWeights, slotWeights } from './slot-weights';
import type { DecisionView } from './view';

/** A class of equal answers with what speaks for it. */
export interface AnswerClass {
  members: Member[];
  /** The answer that stands for it: on ballots, before the judge, as the winner. */
  best: Member;
  /** Independent supporters; a further one that runs the same model counts half. */
  supporters: number;
  evidence: number;
  /** Log-odds: weights of its slots and its evidence (P26). */
  support: number;
  verdict: 'right' | 'wrong' | null;
}

/** Where a run stands: the classes, best supported first, and what may still come. */
export interface Standing extends SlotWeights {
  classes: AnswerClass[];
  /** Summed weights of slots without an answer that may still give one. */
  rest: number;
}

/** Orders the classes; `partition` stands in for what is known, to ask what would be if the unknown were equal. */
export function standing(view: DecisionView, partition: Member[][] = answerClasses(view)): Standing {
  const known = slotWeights(view);
  const classes = partition.map((members) => weighed(view, known, members)).sort(byStanding(known));
  const rest = view.slots.reduce(
    (sum, { stage }, index) => sum + (stage === 'done' ? 0 : (known.weights[index] ?? 0)),
    0,
  );
  return { ...known, classes, rest };
}

function weighed(view: DecisionView, known: SlotWeights, members: Member[]): AnswerClass {
  const evidence = evidenceFor(view, members);
  const verdicts = members.map((member) => verdictOn(view, member));
  const seen = new Set<string>();
  let supporters = 0;
  let support = evidence;
  for (const { index, answer } of members) {
    if (!answer.isIndependent) continue;
    const model = view.slots[index]?.model ?? '';
    const share = seen.has(model) ? 0.5 : 1;
    seen.add(model);
    supporters += share;
    support += share * (known.weights[index] ?? 0);
  }
  const best = members.reduce(better(view, known));
  const verdict = verdicts.includes('right') ? 'right' : verdicts.every((word) => word === 'wrong') ? 'wrong' : null;
  return { members, best, supporters, evidence, support, verdict };
}

/** Which of equal answers stands for them: no decisive failure, most checks passed, most reliable, fewest versions, earliest. */
function better(view: DecisionView, known: SlotWeights) {
  const word = (member: Member) => (verdictOn(view, member) === 'wrong' ? 1 : 0);
  const order = (a: Member, b: Member) =>
    word(a) - word(b) ||
    passesOf(view, b) - passesOf(view, a) ||
    (known.ranks[a.index] ?? 0) - (known.ranks[b.index] ?? 0) ||
    a.answer.version - b.answer.version ||
    a.answer.seq - b.answer.seq;
  return (a: Member, b: Member) => (order(b, a) < 0 ? b : a);
}

const RANK = { right: 0, null: 1, wrong: 2 };

/** Verdicts first, then support; ties: the most reliable class, the most supported, fewest versions, earliest (P29). */
export function byStanding(known: SlotWeights) {
  return (a: AnswerClass, b: AnswerClass): number => {
    const verdict = RANK[`${a.verdict}`] - RANK[`${b.verdict}`];
    if (verdict !== 0) return verdict;
    const support = b.support - a.support;
    if (Math.abs(support) > EPSILON) return support;
    return (
      bestRank(known, a) - bestRank(known, b) ||
      b.members.length - a.members.length ||
      a.best.answer.version - b.best.answer.version ||
      a.best.answer.seq - b.best.answer.seq
    );
  };
}

/** Rank of a class's most reliable slot; 0 = none is more reliable. */
export function bestRank(known: SlotWeights, { members }: AnswerClass): number {
  return members.reduce((best, { index }) => Math.min(best, known.ranks[index] ?? best), Number.POSITIVE_INFINITY);
}
