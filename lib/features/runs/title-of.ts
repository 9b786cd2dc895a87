import { cutText } from '@/lib/protocol/text/cut-text';

const MAX_TITLE_CHARS = 80;

/** A conversation's title from its first input: the first line that says something, shortened at a word. */
export function titleOf(input: string): string {
  const line =
    input
      .split('\n')
      .map((text) => text.trim())
      .find((text) => text !== '') ?? '';
  if (line.length <= MAX_TITLE_CHARS) return line;
  const cut = cutText(line, MAX_TITLE_CHARS);
  // In scripts without spaces, and in one very long word, there is no earlier place to end.
  const space = cut.lastIndexOf(' ');
  return `${space > 0 ? cut.slice(0, space) : cut}…`;
}
