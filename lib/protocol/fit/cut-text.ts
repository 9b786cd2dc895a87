import { estimateTokens, tokensOfCode } from '../estimate-tokens';

/** Of what is kept, how much is the beginning; the rest is the end. */
const HEAD_SHARE = 0.7;
/** A cut looks so far back for the end of a line or a word. */
const SEARCH = 80;
const LEAST_KEPT = 24;
/** Tokens: no character has fewer. */
const LEAST_PER_CHARACTER = 0.28;

const number = new Intl.NumberFormat('en');

interface What {
  name: string;
  source: string | null;
}

/**
 * The text within so many tokens: whole, or its beginning and end with words and figures between them that say what is left out, and how
 * to read on where `readsOn`. The shortest form is that sentence alone.
 */
export function cutText(text: string, tokens: number, what: What, readsOn: boolean): string {
  const cut = cutPoints(text, tokens, what, readsOn);
  if (!cut) return text;
  const { head, tail } = cut;
  const note = noteOf(text, tail - head, head, what, readsOn);
  return head === 0 ? note : `${text.slice(0, head)}\n${note}\n${text.slice(tail)}`;
}

/** Where the text is cut: what is left out begins at `head` and ends before `tail`; `null` = it is short enough. */
export function cutPoints(
  text: string,
  tokens: number,
  what: What,
  readsOn: boolean,
): { head: number; tail: number } | null {
  if (text.length * LEAST_PER_CHARACTER <= tokens && estimateTokens(text) <= tokens) return null;
  const room = tokens - estimateTokens(noteOf(text, text.length, text.length, what, readsOn)) - 2;
  if (room < LEAST_KEPT) return { head: 0, tail: text.length };
  const head = wholeWords(text, headWithin(text, room * HEAD_SHARE));
  return { head, tail: tailWithin(text, room * (1 - HEAD_SHARE), head) };
}

function noteOf(text: string, left: number, offset: number, { name, source }: What, readsOn: boolean): string {
  const reads = readsOn && source !== null ? ` read_more {"source": "${source}", "offset": ${offset}} reads on.` : '';
  return `[${number.format(left)} of ${number.format(text.length)} characters of ${name} left out here: too long for your context window.${reads}]`;
}

/** The length of the longest beginning of the text, from `offset`, within so many tokens; never half a character. */
export function headWithin(text: string, tokens: number, offset = 0): number {
  let room = tokens;
  let at = offset;
  while (at < text.length) {
    room -= tokensOfCode(text.charCodeAt(at));
    if (room < 0) break;
    at += 1;
  }
  return isInsidePair(text, at) ? at - 1 : at;
}

function tailWithin(text: string, tokens: number, head: number): number {
  let room = tokens;
  let at = text.length;
  while (at > head) {
    room -= tokensOfCode(text.charCodeAt(at - 1));
    if (room < 0) break;
    at -= 1;
  }
  return isInsidePair(text, at) ? at + 1 : at;
}

function wholeWords(text: string, end: number): number {
  const near = text.slice(Math.max(0, end - SEARCH), end);
  const line = near.lastIndexOf('\n');
  const gap = line > 0 ? line : near.lastIndexOf(' ');
  return gap > 0 ? end - near.length + gap : end;
}

function isInsidePair(text: string, at: number): boolean {
  return at > 0 && at < text.length && /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));
}
