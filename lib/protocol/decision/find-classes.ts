import type { Answer, RunState } from '../state';
import type { AnswerId } from '../team';
import { answerOf, currentAnswers } from '../voting/current-answers';
import { answerClasses } from './answer-classes';
import { decidesByEvidence } from './decides-by-evidence';
import type { ClassesFound, PairFinding } from './decision-event';
import { NOTHING_DECIDED } from './decision-state';
import { compareAnswers } from './equal/compare-answers';
import { viewOf } from './view-of';

/** What the rule can tell of answers that the log says nothing about yet (P24); empty when there is nothing new. */
export function newClasses(state: RunState): ClassesFound[] {
  if (!decidesByEvidence(state.team) || state.phase !== 'coordinating') return [];
  const findings = pairsToExamine(state).map(
    ([a, b]): PairFinding => ({
      a: a.answerId,
      b: b.answerId,
      is: compareAnswers(a.content, b.content),
      by: 'rule',
    }),
  );
  return findings.length === 0 ? [] : [classesWith(state, findings)];
}

/** The classes as they are with these findings. */
export function classesWith(state: RunState, findings: PairFinding[]): ClassesFound {
  const { findings: known, echoes: before } = state.decision ?? NOTHING_DECIDED;
  const all = [...known, ...findings];
  const view = viewOf(state);
  const slots = view.slots.map((slot) => ({ ...slot, stage: 'done' as const }));
  const classes = answerClasses({ ...view, slots, findings: all.filter(isKnown) }).map((members) => {
    const answerIds = members.map(({ answer }) => answer.answerId);
    return { answerIds, how: howOf(answerIds, all) };
  });
  const echoes = currentAnswers(state)
    .filter((answer) => before.includes(answer.answerId) || isEcho(state, answer, all))
    .map(({ answerId }) => answerId);
  return { type: 'classes.found', classes, findings, ...(echoes.length > 0 && { echoes }) };
}

/** Current answers, and those that an author was shown, of which it has not been asked yet whether they are equal. */
function pairsToExamine(state: RunState): [Answer, Answer][] {
  const current = currentAnswers(state);
  const examined = new Set((state.decision?.findings ?? []).flatMap(({ a, b }) => [`${a} ${b}`, `${b} ${a}`]));
  const pairs: [Answer, Answer][] = [];
  for (const answer of current) {
    const shown = (answer.shown ?? []).flatMap((id) => answerOf(state, id) ?? []);
    for (const other of new Set([...current, ...shown])) {
      const key = `${other.answerId} ${answer.answerId}`;
      if (other.slot === answer.slot || examined.has(key)) continue;
      examined.add(key).add(`${answer.answerId} ${other.answerId}`);
      pairs.push(other.seq < answer.seq ? [other, answer] : [answer, other]);
    }
  }
  return pairs;
}

function howOf(answerIds: AnswerId[], findings: PairFinding[]): 'rule' | 'comparison' | null {
  if (answerIds.length < 2) return null;
  const isWithin = ({ a, b, is }: PairFinding) => is === 'same' && answerIds.includes(a) && answerIds.includes(b);
  return findings.some((pair) => isWithin(pair) && pair.by === 'comparison') ? 'comparison' : 'rule';
}

/** Its author had been shown an equal answer, or a note that says the same. */
function isEcho(state: RunState, { answerId, content, shown = [], shownNotes = [] }: Answer, findings: PairFinding[]) {
  const isSame = (id: AnswerId) =>
    findings.some(({ a, b, is }) => is === 'same' && ((a === id && b === answerId) || (a === answerId && b === id)));
  return (
    shown.some(isSame) ||
    state.notes.some(({ noteId, text }) => shownNotes.includes(noteId) && compareAnswers(text, content) === 'same')
  );
}

function isKnown(pair: PairFinding): pair is PairFinding & { is: 'same' | 'different' } {
  return pair.is !== 'unknown';
}
