import { computeTask } from './compute-numbers';
import { findKeyPoints } from './find-key-points';
import type { Finding } from './finding';
import { reviewTask } from './review-task';
import type { Task } from './text/split-task';

export interface Character {
  model: string;
  /** What it does first, in its own words, before it looks at a text. */
  approach: string;
  /** Relative to `params.tokensPerSecond`: the reviewer reads more slowly than the others. */
  pace: number;
  /** Tells the others in a note what it has found, before it answers, where agents can write notes. */
  writesNotes?: true;
  /** Has a tool compute the same before it answers, where it is offered one. */
  checks?: true;
  find(task: Task): Finding[];
}

const EXTRACT: Character = {
  model: 'demo-extract',
  approach: 'I look for the sentences that answer the question and the ones that carry the text.',
  pace: 1.2,
  find: findKeyPoints,
};

const COMPUTE: Character = {
  model: 'demo-compute',
  approach: 'I look for everything that can be computed: expressions, amounts, dates, lists.',
  pace: 1,
  checks: true,
  find: computeTask,
};

const REVIEW: Character = {
  model: 'demo-review',
  approach: 'I check what is asked against what is given: parts of the question, totals, contradictions, vague words.',
  pace: 0.45,
  writesNotes: true,
  find: reviewTask,
};

export const CHARACTERS: Character[] = [EXTRACT, COMPUTE, REVIEW];

/** The character of a model name; an unknown name extracts. */
export function characterFor(model: string): Character {
  return CHARACTERS.find((character) => character.model === model) ?? EXTRACT;
}
