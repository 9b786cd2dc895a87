import type { MarkdownIt, StateInline } from 'markdown-it';

/**
 * `H~2~O` and `x^2^` where they have one reading: straight behind a letter, a digit or a bracket, short, without spaces.
 * `5~10 … 20~30` are ranges and `2^3^4` is a tower.
 */
const SUB = /~([\d+\-−]{1,6}|[a-z]{1,3}|[a-z\d][a-z\d+\-−,]{0,7})~(?!~)/iy;
const SUP = /\^([a-z\d+\-−]{1,8})\^(?![\p{L}\p{N}^(])/iuy;
const BEFORE_SUB = /[a-zA-Z)\]]/;
const BEFORE_SUP = /[\p{L}\p{N})\]~]/u;

export function subAndSuperscript(md: MarkdownIt): void {
  md.inline.ruler.before('strikethrough', 'subscript', (state, silent) =>
    script(state, silent, '~', SUB, BEFORE_SUB, 'sub'),
  );
  md.inline.ruler.before('strikethrough', 'superscript', (state, silent) =>
    script(state, silent, '^', SUP, BEFORE_SUP, 'sup'),
  );
}

function script(
  state: StateInline,
  silent: boolean,
  marker: string,
  pattern: RegExp,
  before: RegExp,
  type: 'sub' | 'sup',
): boolean {
  const { src, pos } = state;
  if (src[pos] !== marker || pos === 0 || !before.test(src[pos - 1] ?? '')) return false;
  pattern.lastIndex = pos;
  const text = pattern.exec(src)?.[1];
  if (!text || pattern.lastIndex > state.posMax) return false;
  if (!silent) state.push(type, type, 0).content = text;
  state.pos = pattern.lastIndex;
  return true;
}
