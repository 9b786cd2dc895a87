import type { AnswerId } from '../team';
import type { DecisionAnswer, DecisionView, Finding } from './view';

/** A current answer with the place of its slot in the view. */
export interface Member {
  index: number;
  answer: DecisionAnswer;
}

/** The answers that count now, earliest first: of slots that are done. */
export function currentMembers(view: DecisionView): Member[] {
  const members: Member[] = [];
  view.slots.forEach((slot, index) => {
    if (slot.stage === 'done' && slot.answer) members.push({ index, answer: slot.answer });
  });
  return members.sort((a, b) => a.answer.seq - b.answer.seq);
}

/** What was found about two answers; a contradiction counts as different. */
export function relation(findings: Finding[], a: AnswerId, b: AnswerId): 'same' | 'different' | 'unknown' {
  let found: 'same' | 'unknown' = 'unknown';
  for (const finding of findings) {
    if ((finding.a === a && finding.b === b) || (finding.a === b && finding.b === a)) {
      if (finding.is === 'different') return 'different';
      found = 'same';
    }
  }
  return found;
}

/** Current answers that reach the same conclusion (P24). "Same" must hold of every pair in a class; the unknown stays apart. */
export function answerClasses(view: DecisionView): Member[][] {
  const classes: Member[][] = [];
  for (const member of currentMembers(view)) {
    const home = classes.find((others) =>
      others.every((other) => relation(view.findings, other.answer.answerId, member.answer.answerId) === 'same'),
    );
    if (home) home.push(member);
    else classes.push([member]);
  }
  return classes;
}

/** True when it is not known whether two classes are one: no pair is known to differ, some pair is not known. */
export function isUnclear(findings: Finding[], left: Member[], right: Member[]): boolean {
  let isOpen = false;
  for (const a of left) {
    for (const b of right) {
      const is = relation(findings, a.answer.answerId, b.answer.answerId);
      if (is === 'different') return false;
      if (is === 'unknown') isOpen = true;
    }
  }
  return isOpen;
}
