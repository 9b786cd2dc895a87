import type { MarkdownIt, StateInline } from 'markdown-it';
import { findAhead } from './find-ahead';
import { isFormula, MAX_TEX } from './math-in-text';

/** Dollar signs further apart than this are no formula. */
const MAX_IN_LINE = 500;
/** A dollar sign that may close. */
const CLOSING_DOLLAR = /\S\$/g;

/** Formulas in a line: `\( \)`, `\[ \]`, `$$ $$`, and `$ $` where it cannot be a price. */
export function mathInline(md: MarkdownIt): void {
  md.inline.ruler.before('escape', 'math', (state, silent) => {
    const { src, pos } = state;
    const first = src[pos];
    if (first === '\\') return bracketed(state, silent);
    if (first !== '$') return false;
    return src[pos + 1] === '$' ? doubleDollar(state, silent) : singleDollar(state, silent);
  });
}

function push(state: StateInline, silent: boolean, width: number, end: number, isDisplay: boolean): true {
  if (!silent) {
    const token = state.push('math', 'math', 0);
    token.content = state.src.slice(state.pos + width, end);
    token.info = state.src.slice(state.pos, end + width);
    token.block = isDisplay;
  }
  state.pos = end + width;
  return true;
}

/** Where `closing` stands behind the position; -1 = nowhere, or too far away. */
function find(state: StateInline, closing: string): number {
  const from = state.pos + 2;
  const at = findAhead(state, closing, from);
  return at < 0 || at + closing.length > state.posMax || at - from > MAX_TEX ? -1 : at;
}

function bracketed(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  const opening = src[pos + 1];
  if (opening !== '(' && opening !== '[') return false;
  const end = find(state, opening === '(' ? '\\)' : '\\]');
  const tex = end < 0 ? '' : src.slice(pos + 2, end);
  if (opening === '(' ? tex.trim() !== '' : isFormula(tex) && src[end + 2] !== '(' && !/^\s*\d*\s*$/.test(tex)) {
    return push(state, silent, 2, end, opening === '[');
  }
  // With no end in sight it is a formula that was cut: its backslash stays. Else these are escaped brackets.
  if (end >= 0) return false;
  if (!silent) state.pending += src.slice(pos, pos + 2);
  state.pos += 2;
  return true;
}

function doubleDollar(state: StateInline, silent: boolean): boolean {
  const end = find(state, '$$');
  const tex = end < 0 ? '' : state.src.slice(state.pos + 2, end);
  if (tex.trim() !== '' && !/\n\s*\n/.test(tex)) return push(state, silent, 2, end, true);
  let run = state.pos;
  while (run < state.posMax && state.src[run] === '$') run += 1;
  if (!silent) state.pending += state.src.slice(state.pos, run);
  state.pos = run;
  return true;
}

/** As in Pandoc: no space inside, no digit behind. A letter or a sign before the first one makes it a currency. */
function singleDollar(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  if (/[\p{L}\p{N}$]/u.test(src[pos - 1] ?? '') && !isWide(src[pos - 1])) return false;
  if (/[\s$]/.test(src[pos + 1] ?? ' ')) return false;
  const limit = Math.min(posMax, pos + MAX_IN_LINE);
  const closing = findAhead(state, CLOSING_DOLLAR, pos + 1);
  if (closing < 0 || closing + 1 >= limit) return false;
  for (let at = pos + 1; at < limit; at += 1) {
    const character = src[at];
    if (character === '\\') at += 1;
    else if (character === '`' || (character === '\n' && src[at + 1] === '\n')) return false;
    else if (character === '$' && !/\s/.test(src[at - 1] ?? '')) {
      const tex = src.slice(pos + 1, at);
      return closes(tex, src.slice(at + 1, at + 2)) && push(state, silent, 1, at, false);
    }
  }
  return false;
}

function closes(tex: string, next: string): boolean {
  if (/[\d$]/.test(next) || !isFormula(tex)) return false;
  // `$n$th` is a formula, `$HOME/bin:$PATH` is none.
  if (/[a-z_{(]/i.test(next)) return tex.length === 1 || /[\\^]/.test(tex);
  return true;
}

function isWide(character: string | undefined): boolean {
  return /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u.test(character ?? '');
}
