import type { Decision } from '../decision';
import type { DecisionSlot, DecisionView, Finding } from '../view';

/** A slot in few words: its answer's class (`a`, `b`, …), `-` = done without one, `?` = unasked, `…` = working. */
export type SlotWord = string;

/** A view of slots `P`, `Q`, `R`, … whose answers' classes are known by rule. Equal letters are equal answers. */
export function testView(
  words: SlotWord[],
  changes: Partial<DecisionView> = {},
  slots: Record<string, Partial<DecisionSlot>> = {},
): DecisionView {
  const names = words.map((_, index) => String.fromCharCode('P'.charCodeAt(0) + index));
  return {
    seed: 7,
    depth: 'all',
    ballots: 'open',
    judge: null,
    slots: words.map((word, index) => ({
      ...slotOf(names[index] ?? '', word, index + 1),
      ...slots[names[index] ?? ''],
    })),
    findings: findings(words, names),
    comparisonsLeft: 2,
    checks: [],
    results: [],
    cast: [],
    verdicts: [],
    wrongAnswers: null,
    isClosing: false,
    ...changes,
  };
}

function slotOf(slot: string, word: SlotWord, seq: number): DecisionSlot {
  const stage = word === '?' ? 'unasked' : word === '…' ? 'working' : 'done';
  return {
    slot,
    model: `model-${slot}`,
    stage,
    answer: '-?…'.includes(word) ? null : { answerId: `${slot}.1`, version: 1, seq, isIndependent: true },
    reliability: null,
    agreement: null,
    look: 'done',
    mayVote: true,
  };
}

/** `a` and `a` are the same, `a` and `b` are not; of `x` nothing is known. */
function findings(words: SlotWord[], names: string[]): Finding[] {
  return words.flatMap((word, index) =>
    words.slice(index + 1).flatMap((other, step): Finding[] => {
      const isKnown = [word, other].every((each) => !'-?…x'.includes(each));
      const [a, b] = [`${names[index]}.1`, `${names[index + 1 + step]}.1`] as [`${string}.1`, `${string}.1`];
      return isKnown ? [{ a, b, is: word === other ? 'same' : 'different', by: 'rule' }] : [];
    }),
  );
}

/** Rates for the slots in order. */
export function rates(...learned: number[]): Record<string, Partial<DecisionSlot>> {
  return Object.fromEntries(
    learned.map((rate, index) => [
      String.fromCharCode('P'.charCodeAt(0) + index),
      { reliability: { rate, observations: null } },
    ]),
  );
}

/** The slot that won, or what is done instead. */
export function outcome(decision: Decision): string {
  return decision.do === 'winner' ? `${decision.answerId?.split('.')[0] ?? 'nobody'}, ${decision.by}` : decision.do;
}
