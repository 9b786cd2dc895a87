import type { MarkdownIt, StateBlock } from 'markdown-it';

/** Tables of up to this many cells may have rows that leave most of them out. */
const ALWAYS_TAKEN = 1000;

/**
 * A row may leave cells out, and the table fills them in: a wide head over very many short rows would be made of far more
 * cells than there are characters. Such a text is no table to us.
 */
export function limitTables(md: MarkdownIt): void {
  const table = md.block.ruler.__rules__.find(({ name }) => name === 'table')?.fn;
  if (!table) throw new Error('markdown-it has no rule for tables any more.');
  md.block.ruler.at(
    'table',
    (state, startLine, endLine, silent) =>
      !isTooWide(state, startLine, endLine) && table(state, startLine, endLine, silent),
    { alt: ['paragraph', 'reference'] },
  );
}

function isTooWide(state: StateBlock, startLine: number, endLine: number): boolean {
  const columns = columnsOf(state, startLine + 1, endLine);
  if (columns === 0) return false;
  const end = emptyLineAfter(state, startLine, endLine);
  const cells = columns * (end - startLine);
  const length = (state.eMarks[end - 1] ?? 0) - (state.bMarks[startLine] ?? 0);
  return cells > Math.max(ALWAYS_TAKEN, length);
}

interface Stretch {
  from: number;
  /** Where those who asked looked no further. */
  within: number;
  to: number;
}

const stretches = new WeakMap<StateBlock, Stretch>();

/** Each line of a paragraph may be the head of a table, so all of them ask; their empty line is the same. */
function emptyLineAfter(state: StateBlock, line: number, endLine: number): number {
  const known = stretches.get(state);
  if (known && known.within === endLine && known.from <= line && line < known.to) return known.to;
  let to = line;
  while (to < endLine && !state.isEmpty(to)) to += 1;
  stretches.set(state, { from: line, within: endLine, to });
  return to;
}

/** Columns that the line between head and body names; 0 = it is no such line. */
function columnsOf(state: StateBlock, line: number, endLine: number): number {
  if (line >= endLine) return 0;
  const text = state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
  return /^[|:-][|:\-\s]*$/.test(text) ? text.split('|').length : 0;
}
