import { texts } from './texts';

/** What is wrong with a text that is not JSON, from the error with which `JSON.parse` refused it. Browsers word it differently. */
export function jsonProblem(error: unknown): string {
  const said = error instanceof Error ? error.message : '';
  const place = /\(line (\d+),? column (\d+)\)|at line (\d+) column (\d+)/.exec(said);
  const [line, column] = place ? [place[1] ?? place[3], place[2] ?? place[4]] : [];
  const what = said
    .replace(/^JSON\.parse: |^JSON Parse error: /, '')
    .replace(/ in JSON at position.*$| at line \d+ column \d+.*$|, (?:"|\.\.\.).*is not valid JSON$/s, '')
    .trim()
    .replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
  return texts.notJson(what, line && column ? { line, column } : null);
}
