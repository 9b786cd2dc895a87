/** An expression as people write it: × and ÷ for the signs that Markdown or a keyboard write otherwise, a space around each sign. */
export function showExpression(source: string): string {
  return source
    .replace(/\*\*/g, '^')
    .replace(/\s*[*×·]\s*/g, ' × ')
    .replace(/\s*[/÷]\s*/g, ' ÷ ')
    .replace(/\s*\+\s*/g, ' + ')
    .replace(/(?<=[\d)%])\s*[-−–]\s*/g, ' - ')
    .replace(/(\d)\s+%/g, '$1%')
    .trim();
}
