/** A command line as a shell would take it apart, without anything that a shell would do: words, quoted or not. */
export function splitCommand(line: string): string[] {
  const words: string[] = [];
  for (const [, single, double, plain] of line.matchAll(/'([^']*)'|"((?:\\.|[^"\\])*)"|((?:\\.|[^\s'"\\])+)/g))
    words.push(single ?? (double ?? plain ?? '').replace(/\\(.)/g, '$1'));
  return words;
}
