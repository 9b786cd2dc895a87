import { random } from '../random';
import type { AnswerId, Slot } from '../team';
import { classOf } from './opinions';
import { byScores, type ScoreResult, type ScoreRow, scoreAnswers } from './score-answers';
import type { AnswerClass } from './standing';
import type { DecisionView } from './view';

export interface BallotPaper {
  slot: Slot;
  /** One answer of each class, in the voter's own order. */
  lines: AnswerId[];
}

/**
 * Who scores what (P28). The voter's own answer is never a line: a class of which it is the only supporter is not on its ballot, any
 * other stands there with somebody else's text. A ballot of fewer than two lines is not worth a call.
 */
export function ballotPapers(view: DecisionView, classes: AnswerClass[]): BallotPaper[] {
  return view.slots.flatMap(({ slot, mayVote }, index) => {
    if (!mayVote) return [];
    const next = random(view.seed, `ballot/${slot}`);
    const lines = classes
      .flatMap((each) => lineFor(each, index))
      .map((answerId) => ({ answerId, rank: next() }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ answerId }) => answerId);
    return lines.length < 2 ? [] : [{ slot, lines }];
  });
}

function lineFor({ best, members }: AnswerClass, voter: number): AnswerId[] {
  const other = best.index === voter ? members.find((member) => member.index !== voter) : best;
  return other ? [other.answer.answerId] : [];
}

/** The classes in the order in which the ballots put them; equally scored ones stay in the order they had. */
export function inOrderOfBallots(
  view: DecisionView,
  classes: AnswerClass[],
): { class: AnswerClass; result: ScoreResult }[] {
  const rows = view.cast.map(({ slot, scores }): ScoreRow => {
    const voter = view.slots.findIndex((each) => each.slot === slot);
    return classes.map((each) => {
      const line = scores.find(({ answerId }) => classOf([each], answerId));
      // Whatever reaches the log, nobody's word on its own answer counts.
      const isOwn = each.members.every((member) => member.index === voter);
      return !line || isOwn ? null : Math.min(10, Math.max(0, line.score));
    });
  });
  const results = scoreAnswers(rows, classes.length);
  return classes
    .map((each, index) => ({ class: each, result: results[index] as ScoreResult }))
    .sort((a, b) => byScores(a.result, b.result));
}
