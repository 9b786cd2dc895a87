const MAX_TITLE_CHARS = 80;

/** A conversation's title from its first input: the first line that says something, shortened at a word. */
export function titleOf(input: string): string {
  const line =
    input
      .split('\n')
      .map((text) => text.trim())
      .find((text) => text !== '') ?? '';
  if (line.length <= MAX_TITLE_CHARS) return line;
  const cut = line.slice(0, MAX_TITLE_CHARS);
  const atWord = cut.slice(0, cut.lastIndexOf(' '));
  return `${(atWord || cut).toWellFormed()}…`;
}
