import { type Change, diffLines, diffWordsWithSpace } from 'diff';

const WORDS_LIMIT = 20_000;
/** Below this share of common text a difference by words is a mixture of two sentences that nobody can read. */
const COMMON_SHARE = 0.5;

export interface TextPart {
  /** Offset in the joined text: the part's identity. */
  at: number;
  value: string;
  added: boolean;
  removed: boolean;
}

export interface TextComparison {
  by: 'words' | 'lines';
  parts: TextPart[];
}

/** What changed between two texts: by words where most of it stayed, by lines where code, length or little in common asks for it. */
export function compareTexts(before: string, after: string): TextComparison {
  const byLines = before.includes('```') || after.includes('```') || before.length + after.length > WORDS_LIMIT;
  const words = byLines ? null : diffWordsWithSpace(before, after);
  if (words && commonLength(words) >= COMMON_SHARE * Math.max(before.length, after.length)) {
    return { by: 'words', parts: located(words) };
  }
  return { by: 'lines', parts: located(diffLines(before, after, { ignoreNewlineAtEof: true })) };
}

function commonLength(changes: Change[]): number {
  return changes.reduce((sum, { value, added, removed }) => sum + (added || removed ? 0 : value.length), 0);
}

function located(changes: Change[]): TextPart[] {
  let at = 0;
  return changes.map(({ value, added, removed }) => {
    const part = { at, value, added, removed };
    at += value.length;
    return part;
  });
}
