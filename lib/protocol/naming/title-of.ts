import { cutText } from '../text/cut-text';

const MAX_TITLE_CHARS = 80;
/** What Markdown puts before a line: headings, quotations, points of a list. */
const MARKS = /^(?:#{1,6}\s+|>\s*|[-*]\s+)+/;
/** Emphasis and code around words. */
const AROUND = /(?<![\p{L}\p{N}])\*\*(\S[^*]*?)\*\*|`([^`]+)`/gu;
const SAYS_SOMETHING = /[\p{L}\p{N}]/u;
/** A line that only greets. */
const GREETING = /^(?:hi|hello|hey|hallo|dear|good (?:morning|afternoon|evening))(?:[ ,]+[\p{L}.-]+){0,3}[,.!]*$/iu;

/** A conversation's title from its first input: the first line that says something, without Markdown's signs, shortened at a word. */
export function titleOf(input: string): string {
  const lines = input.split('\n').map(plain);
  const telling = lines.filter((line) => SAYS_SOMETHING.test(line));
  const line = telling.find((text) => !GREETING.test(text)) ?? telling[0] ?? lines.find((text) => text !== '') ?? '';
  if (line.length <= MAX_TITLE_CHARS) return line;
  const cut = cutText(line, MAX_TITLE_CHARS);
  // In scripts without spaces, and in one very long word, there is no earlier place to end.
  const space = cut.lastIndexOf(' ');
  return `${space > 0 ? cut.slice(0, space) : cut}…`;
}

function plain(line: string): string {
  return line.trim().replace(MARKS, '').replace(AROUND, '$1$2').trim();
}
