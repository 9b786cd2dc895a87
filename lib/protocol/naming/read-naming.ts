import { MAX_SUMMARY, MAX_TITLE, oneLine } from './name-texts';

/** A conversation's title and summary. */
export interface Naming {
  title: string;
  summary: string | null;
}

const SAYS_SOMETHING = /[\p{L}\p{N}]/u;
/** What models write before a line though nobody has asked for it. */
const LABEL = /^(?:title|summary|line \d|\d[.):])\s*[:.\-–]?\s*/iu;
const QUOTES = /^["'“”„«»‚‘’]+|["'“”„«»‚‘’]+$/gu;

/** The title and the summary in a model's reply, whatever the model has written around them; `null` = there is no title in it. */
export function readNaming(reply: string): Naming | null {
  const lines = reply
    .slice(0, 20_000)
    .split(/[\r\n\u2028\u2029]+/)
    .map((line) => oneLine(line, MAX_SUMMARY).replace(LABEL, '').trim())
    .filter((line) => SAYS_SOMETHING.test(line));
  const [first, ...rest] = lines;
  if (first === undefined) return null;
  const title = oneLine(first.replace(QUOTES, '').replace(/[.。]$/u, ''), MAX_TITLE);
  if (!SAYS_SOMETHING.test(title)) return null;
  const summary = oneLine(rest.join(' '), MAX_SUMMARY);
  return { title, summary: summary === '' ? null : summary };
}
