import { MAX_SUMMARY, oneLine } from './name-texts';

const SAYS_SOMETHING = /[\p{L}\p{N}]/u;
/** Lines that begin a block whose words are no sentence: code, tables, rules, pictures. */
const NO_SENTENCE = /^\s*(?:```|~~~|\||-{3,}|\*{3,}|!\[)/;
/** “Answer” above an answer says nothing of it. */
const HEADING = /^ {0,3}#{1,6}\s/;

/** What an answer begins with: its first line that says something, a heading only where nothing else does; `null` = none does. */
export function summaryByRule(answer: string): string | null {
  let isCode = false;
  let heading: string | null = null;
  for (const line of answer.slice(0, 20_000).split('\n')) {
    if (/^\s*(?:```|~~~)/.test(line)) isCode = !isCode;
    if (isCode || NO_SENTENCE.test(line) || !SAYS_SOMETHING.test(line)) continue;
    const words = oneLine(line, MAX_SUMMARY);
    if (!SAYS_SOMETHING.test(words)) continue;
    if (!HEADING.test(line)) return words;
    heading ??= words;
  }
  return heading;
}
