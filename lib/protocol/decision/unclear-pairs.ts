import type { AnswerId } from '../team';
import { isUnclear, type Member } from './answer-classes';
import { EPSILON } from './constants';
import { isDecided } from './is-decided';
import { contenders, opinionWeight } from './opinions';
import { type Standing, standing } from './standing';
import type { DecisionView } from './view';

/**
 * The answers to compare now, one of each class of which it is not known whether it is another's equal; empty when a comparison would
 * change nothing yet. The last one is kept until everybody has answered.
 */
export function answersToCompare(view: DecisionView, now: Standing, pending: number): AnswerId[] {
  const parts = now.classes.map(({ members }) => members);
  const unclear = parts.filter((part) =>
    parts.some((other) => other !== part && isUnclear(view.findings, part, other)),
  );
  if (view.comparisonsLeft < 1 || unclear.length < 2) return [];
  const isWorthIt =
    now.rest > 0
      ? view.comparisonsLeft > 1 && wouldDecide(view, parts, pending)
      : contenders(view, now).length > 1 || couldRivalsUnite(view, now);
  if (!isWorthIt) return [];
  return now.classes.filter(({ members }) => unclear.includes(members)).map(({ best }) => best.answer.answerId);
}

/** True when it would be decided if what may be equal were equal. */
function wouldDecide(view: DecisionView, parts: Member[][], pending: number): boolean {
  return isDecided(view, standing(view, merged(view, parts)), pending) !== null;
}

/** True when rivals that may be one class could catch up with the leader together. */
export function couldRivalsUnite(view: DecisionView, now: Standing): boolean {
  const [leader, ...rivals] = now.classes;
  if (!leader || view.comparisonsLeft < 1 || rivals.length < 2) return false;
  const united = standing(view, [
    leader.members,
    ...merged(
      view,
      rivals.map(({ members }) => members),
    ),
  ]);
  if (united.classes.length === now.classes.length) return false;
  const strongest = united.classes.find(({ members }) => !members.includes(leader.best));
  return strongest !== undefined && strongest.support + opinionWeight(view) + EPSILON > leader.support;
}

/** The classes with what may be equal taken as equal, best supported first. */
function merged(view: DecisionView, parts: Member[][]): Member[][] {
  const result: Member[][] = [];
  for (const part of parts) {
    const home = result.findIndex((other) => isUnclear(view.findings, other, part));
    if (home < 0) result.push(part);
    else result[home] = [...(result[home] ?? []), ...part];
  }
  return result;
}
