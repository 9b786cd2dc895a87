import {
  CLEARLY_MORE_AGREEMENT,
  EPSILON,
  SHARED_MISTAKE,
  STRONG_EVIDENCE,
  SURE_ENOUGH,
  UNSEEN_WHEN_CHECKED,
} from './constants';
import { passWeight, worstToCome } from './evidence';
import type { AnswerClass, Standing } from './standing';
import type { DecisionView } from './view';

export type Settled = 'evidence' | 'agreement' | 'lead';

/**
 * What decides it so that nothing else need be asked (P27), or `null` while it is open: a decisive check; two independent supporters whom
 * no known reliability contradicts; a lead that what is still to come cannot make up. `pending` = checks of answers that are there.
 */
export function isDecided(view: DecisionView, now: Standing, pending: number): Settled | null {
  const [leader, ...others] = now.classes;
  if (!leader) return null;
  const rivals = others.filter((rival) => rival.verdict !== 'wrong');
  if (leader.verdict === 'right') return 'evidence';
  // A decisive check may still turn everything.
  if (leader.verdict === 'wrong' || (pending > 0 && view.checks.some((check) => check.isDecisive))) return null;
  if (pending === 0 && agrees(view, now, leader, rivals)) return leader.supporters < 2 ? 'evidence' : 'agreement';
  if (now.rest === 0 && pending === 0) return null;
  const lead = leader.support + worstToCome(view, leader.members) - (rivals[0]?.support ?? 0);
  // Where the last that may come is a check, a tie is enough: it leaves the leader in front.
  return lead > now.rest + EPSILON && lead >= now.rest + stillToCome(view) - EPSILON ? 'lead' : null;
}

/** Two supporters, of whom a strong check may be one, and surely right as far as anything is known. */
function agrees(view: DecisionView, now: Standing, leader: AnswerClass, rivals: AnswerClass[]): boolean {
  const isChecked = view.checks.length > 0;
  const supporters = leader.supporters + (leader.evidence > STRONG_EVIDENCE ? 1 : 0);
  if (supporters < 2) return false;
  if (!now.isKnown && !isChecked) return isUncontested(view, now, leader, rivals);
  return sureness(view, now) >= SURE_ENOUGH;
}

/** Nothing but agreement is known: the most supporters, and nobody who has agreed with others clearly more often says otherwise while more can be asked. */
function isUncontested(view: DecisionView, now: Standing, leader: AnswerClass, rivals: AnswerClass[]): boolean {
  const agreementOf = ({ members }: AnswerClass) =>
    Math.max(...members.map(({ index }) => view.slots[index]?.agreement ?? 0));
  const isContested = rivals.some((rival) => agreementOf(rival) - agreementOf(leader) > CLEARLY_MORE_AGREEMENT);
  if (now.rest > 0 && isContested) return false;
  return leader.supporters > Math.max(0, ...rivals.map((rival) => rival.supporters));
}

/**
 * How sure it is that the leading class is right, 0–1: its odds against the other classes, against answers that nobody gave, and against
 * a mistake that its supporters share.
 */
export function sureness(view: DecisionView, { classes, wrongAnswers }: Standing): number {
  const [leader, ...rivals] = classes;
  if (!leader) return 0;
  const unseen = Math.max(0.5, wrongAnswers + 1 - classes.length) * (view.checks.length > 0 ? UNSEEN_WHEN_CHECKED : 1);
  const against =
    unseen * Math.exp(-leader.support) +
    SHARED_MISTAKE * Math.exp(-leader.evidence) +
    rivals.reduce((sum, { support }) => sum + Math.exp(support - leader.support), 0);
  return 1 / (1 + against);
}

/** The most that checks can yet say for an answer. */
function stillToCome(view: DecisionView): number {
  return view.checks.reduce((sum, check) => sum + Math.max(0, passWeight(check)), 0);
}
