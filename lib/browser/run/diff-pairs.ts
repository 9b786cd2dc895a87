import type { Answer, RunState } from '@/lib/protocol/state';
import { currentAnswers } from './current-answers';

export interface DiffPair {
  before: string;
  after: string;
}

/** Pairs worth comparing: runner-up and winner first, then what each slot changed after reading others. */
export function diffPairs(run: Pick<RunState, 'answers' | 'votes' | 'winner'>): DiffPair[] {
  const votes = (answer: Answer) =>
    run.votes.filter((vote) => vote.voidBecause === null && vote.answerId === answer.answerId).length;
  const won = run.winner?.answerId;
  const ranked = currentAnswers(run).sort(
    (a, b) => Number(b.answerId === won) - Number(a.answerId === won) || votes(b) - votes(a) || a.seq - b.seq,
  );
  const [first, second] = ranked;
  const pairs: DiffPair[] = first && second ? [{ before: second.answerId, after: first.answerId }] : [];
  for (const answer of run.answers) {
    const previous = run.answers.find((entry) => entry.slot === answer.slot && entry.version === answer.version - 1);
    if (previous) pairs.push({ before: previous.answerId, after: answer.answerId });
  }
  return pairs;
}
