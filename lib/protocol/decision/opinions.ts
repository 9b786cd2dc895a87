import type { AnswerId } from '../team';
import { EPSILON, JUDGE_SHARE } from './constants';
import { accuracyWeight } from './panel-verdict';
import type { AnswerClass, Standing } from './standing';
import type { DecisionView } from './view';

/** What a further opinion, of a judge or of peers, can move in log-odds. */
export function opinionWeight(view: DecisionView): number {
  return JUDGE_SHARE * accuracyWeight(view.judge?.accuracy ?? null);
}

/** The classes among which a further opinion could decide: the leader and those that it does not lead by more than that opinion is worth. */
export function contenders(view: DecisionView, { classes }: Standing): AnswerClass[] {
  const [leader] = classes;
  if (!leader || leader.verdict === 'right') return classes.slice(0, 1);
  const reach = Math.max(opinionWeight(view), EPSILON);
  return classes.filter((each) => each.verdict === leader.verdict && leader.support - each.support < reach);
}

/** The class to which an answer belongs now. */
export function classOf(classes: AnswerClass[], answerId: AnswerId): AnswerClass | undefined {
  return classes.find((each) => each.members.some((member) => member.answer.answerId === answerId));
}
