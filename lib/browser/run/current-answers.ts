import type { Answer, RunState } from '@/lib/protocol/state';

/** The newest version of each slot's answer, by slot. */
export function currentAnswers(run: Pick<RunState, 'answers'>): Answer[] {
  const bySlot = new Map(run.answers.map((answer) => [answer.slot, answer]));
  return [...bySlot.values()].sort((a, b) => a.slot.localeCompare(b.slot));
}
