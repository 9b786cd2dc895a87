const LONGEST = 300;

/** The last line of what a program has said, for people. */
export function cleanWords(said: string): string {
  const lines = said
    .split('\n')
    .map((line) => line.replace(/\p{Cc}+/gu, ' ').trim())
    .filter(Boolean);
  return (lines.at(-1) ?? '').slice(0, LONGEST);
}
