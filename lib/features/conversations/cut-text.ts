import { cutText as beginningOf } from '@/lib/protocol/text/cut-text';

/** Of a text that a page shows: all of it, or its beginning. */
export interface CutText {
  text: string;
  /** Characters of the whole when only its beginning is here; `null` = it is all here. */
  cutFrom: number | null;
}

/**
 * The beginning of a text: at most `longest` characters, ending with a whole paragraph or line where one ends in its second half.
 * @param head the text, or as much of its beginning as is known
 * @param length characters of the whole
 */
export function cutText(head: string, length: number, longest: number): CutText {
  if (length <= longest) return { text: head, cutFrom: null };
  const room = beginningOf(head, longest);
  const end = ['\n\n', '\n', ' '].map((mark) => room.lastIndexOf(mark)).find((at) => at > longest / 2);
  const text = end === undefined ? room : room.slice(0, end);
  return { text, cutFrom: length };
}
