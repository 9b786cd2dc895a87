import type { AnswerId } from '../team';

/** The one of these answers that a model means: `a.1`, `[A.1]`, `Ａ．１` and `answer A.1` are A.1. Undefined when it means none, or not one alone. */
export function readAnswerId(given: unknown, choices: AnswerId[]): AnswerId | undefined {
  if (typeof given !== 'string') return undefined;
  const exact = choices.find((choice) => choice === given);
  if (exact) return exact;
  const words: string[] =
    given
      .normalize('NFKC')
      .toUpperCase()
      .match(/[A-Z]+\.\d+/g) ?? [];
  const meant = choices.filter((choice) => words.includes(choice.toUpperCase()));
  return new Set(words).size === 1 ? meant[0] : undefined;
}
