import { NOVELTY_OVERLAP } from './constants';
import type { Answer, RunState } from './state';
import { currentAnswers } from './voting/current-answers';

/** White space does not make an answer different (P4). */
function normalise(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

/** Share of words that two texts have in common, 0–1 (Jaccard over lower-case words). */
export function overlap(a: string, b: string): number {
  const left = new Set(normalise(a).toLowerCase().split(' '));
  const right = new Set(normalise(b).toLowerCase().split(' '));
  const common = [...left].filter((word) => right.has(word)).length;
  return common / (left.size + right.size - common);
}

/** The current answer that makes this text not new (P4), or `undefined` when it is new enough. */
export function tooSimilarTo(state: RunState, content: string): Answer | undefined {
  const novelty = state.team?.coordination.novelty ?? 'lenient';
  const text = normalise(content);
  return currentAnswers(state).find(
    (answer) =>
      normalise(answer.content) === text ||
      (novelty !== 'lenient' && overlap(content, answer.content) > NOVELTY_OVERLAP[novelty]),
  );
}
