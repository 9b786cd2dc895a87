import type { MarkdownIt } from 'markdown-it';

/** Marks of emphasis in one run. Twice as many as there may be boxes of it in one another (`buildInline`). */
const MAX_RUN = 32;
const MARKS = new Set(['*', '_', '~']);

/** A longer run is a line somebody drew, or a model in a loop: text, where the parser would make a token of each mark. */
export function limitMarks(md: MarkdownIt): void {
  md.inline.ruler.before('strikethrough', 'limit_marks', (state, silent) => {
    const { src, pos, posMax } = state;
    const mark = src[pos] ?? '';
    if (!MARKS.has(mark)) return false;
    let end = pos + 1;
    while (end < posMax && src[end] === mark) end += 1;
    if (end - pos <= MAX_RUN) return false;
    if (!silent) state.pending += src.slice(pos, end);
    state.pos = end;
    return true;
  });
}
