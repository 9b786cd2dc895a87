import type { Answer, RunState } from '@/lib/protocol/state';

/** What stands in the place of the final answer. */
export type FinalPlace =
  | {
      kind: 'final';
      text: string;
      answerId: string | null;
      streaming: boolean;
      presented: boolean;
      presenter: string | null;
      /** Why the text is not whole, in words for people; absent = it is. */
      cut?: string;
    }
  /** The best current answer, until the final one streams. */
  | { kind: 'provisional'; text: string; answerId: string }
  | { kind: 'empty' };

/** The current answer with the most valid votes; without votes the newest. */
export function leadingAnswer(state: RunState): Answer | null {
  const current = new Map(state.answers.map((answer) => [answer.slot, answer]));
  const votes = (answer: Answer) =>
    state.votes.filter((vote) => vote.voidBecause === null && vote.answerId === answer.answerId).length;
  const ranked = [...current.values()].sort((a, b) => votes(b) - votes(a) || b.seq - a.seq);
  return ranked[0] ?? null;
}

/** Final answer, provisional answer or nothing, by the folded state. */
export function finalPlace(state: RunState): FinalPlace {
  const { final, presentation } = state;
  if (final) {
    return {
      kind: 'final',
      ...final,
      streaming: false,
      presenter: final.presented ? (presentation?.slot ?? null) : null,
    };
  }
  if (presentation?.text) {
    return {
      kind: 'final',
      text: presentation.text,
      answerId: state.winner?.answerId ?? null,
      streaming: true,
      presented: true,
      presenter: presentation.slot,
    };
  }
  const leading = leadingAnswer(state);
  return leading ? { kind: 'provisional', text: leading.content, answerId: leading.answerId } : { kind: 'empty' };
}
