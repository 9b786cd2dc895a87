import { NOVELTY_OVERLAP } from './constants';
import { decidesByEvidence } from './decision/decides-by-evidence';
import type { Answer, RunState } from './state';
import type { Slot } from './team';
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

/**
 * The answer that makes this text not new (P4), or `undefined` when it is new enough: a current one of anybody, or where the team decides by
 * evidence, which needs to know who agrees, an earlier one of the slot's own.
 */
export function tooSimilarTo(state: RunState, slot: Slot, content: string): Answer | undefined {
  const novelty = state.team?.coordination.novelty ?? 'lenient';
  const text = normalise(content);
  const answers = decidesByEvidence(state.team)
    ? state.answers.filter((answer) => answer.slot === slot)
    : currentAnswers(state);
  return answers.find(
    (answer) =>
      normalise(answer.content) === text ||
      (novelty !== 'lenient' && overlap(content, answer.content) > NOVELTY_OVERLAP[novelty]),
  );
}
