/** A piece of a context as it stands in the text: fixed parts around bodies that may be shortened, `fixed[0] bodies[0] fixed[1] …`. */
export interface Element {
  what: 'answer' | 'file' | 'tool' | 'note' | 'plan' | 'message';
  /** In which order the budget is spent, 0 first. */
  rank: number;
  fixed: string[];
  bodies: string[];
  /** Words in common with the question. */
  score: number;
  /** Stands in the text even where the budget does not allow it. */
  isNeeded: boolean;
  /** Says only that something stands elsewhere. */
  isReference: boolean;
  /** Characters left out of the bodies before any budget. */
  missing: number;
}

/** What separates elements. */
export const BLANK_LINE = '\n\n';

/** Characters in the text, with the blank line behind it; of each body at most `cap`. */
export function costOf({ fixed, bodies }: Element, cap = Number.POSITIVE_INFINITY): number {
  const parts = fixed.reduce((sum, { length }) => sum + length, BLANK_LINE.length);
  return bodies.reduce((sum, { length }) => sum + Math.min(length, cap), parts);
}
