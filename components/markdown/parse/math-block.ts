import type { MarkdownIt, StateBlock } from 'markdown-it';
import { findAhead } from './find-ahead';
import { MAX_TEX } from './math-in-text';

const OPENING = /^(\$\$|\\\[|\\begin\{([a-zA-Z]+\*?)\})/;
/** Environments that are formulas by themselves. */
const ENVIRONMENT =
  /^(?:equation|align|alignat|aligned|gather|gathered|multline|split|cases|CD|array|[pbvBV]?matrix|smallmatrix)\*?$/;
const MAX_LINES = 200;

/** Formulas that stand for themselves: `$$ … $$`, `\[ … \]` and bare environments, over several lines if need be. */
export function mathBlock(md: MarkdownIt): void {
  md.block.ruler.before(
    'fence',
    'math_block',
    (state, startLine, endLine, silent) => {
      if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
      const first = lineOf(state, startLine).trimStart();
      const [opening, , environment] = OPENING.exec(first) ?? [];
      if (!opening || (environment && !ENVIRONMENT.test(environment))) return false;
      const closing = environment ? `\\end{${environment}}` : opening === '$$' ? '$$' : '\\]';
      const found = findEnd(state, startLine, endLine, opening, closing);
      if (!found) return false;
      // What follows in the same line shares it with the formula; `\[1\](…)` and the like are left to the line.
      if (found.after !== '' && found.line === startLine) return false;
      if (silent) return true;
      const token = state.push('math_block', 'math', 0);
      token.info = found.source;
      token.content = environment ? found.source : found.source.slice(opening.length, -closing.length);
      token.map = [startLine, found.line + 1];
      if (found.after !== '') {
        state.push('paragraph_open', 'p', 1);
        const inline = state.push('inline', '', 0);
        inline.content = found.after;
        inline.children = [];
        state.push('paragraph_close', 'p', -1);
      }
      state.line = found.line + 1;
      return true;
    },
    { alt: ['paragraph', 'reference', 'blockquote', 'list'] },
  );
}

interface Found {
  line: number;
  source: string;
  /** The rest of the last line. */
  after: string;
}

function findEnd(
  state: StateBlock,
  startLine: number,
  endLine: number,
  opening: string,
  closing: string,
): Found | null {
  if (!isAhead(state, startLine, endLine, closing)) return null;
  const isFenced = opening === '$$' && lineOf(state, startLine).trim() === '$$';
  let length = 0;
  for (let line = startLine; line < Math.min(endLine, startLine + MAX_LINES); line += 1) {
    if (line > startLine && !state.isEmpty(line) && (state.sCount[line] ?? 0) < state.blkIndent) return null;
    const text = lineOf(state, line);
    // Dollar signs look the same at both ends: one that was never closed must not swallow what follows.
    if (opening === '$$' && !isFenced && state.isEmpty(line)) return null;
    const at = text.indexOf(closing, line === startLine ? text.indexOf(opening) + opening.length : 0);
    if (at >= 0) {
      const before = state.getLines(startLine, line, state.blkIndent, true);
      const source = (before + text.slice(0, at + closing.length)).trim();
      if (source.length <= opening.length + closing.length) return null;
      return { line, source, after: text.slice(at + closing.length).trim() };
    }
    length += text.length;
    if (length > MAX_TEX) return null;
  }
  return null;
}

/** Whether `closing` stands near enough behind a line's beginning to be worth reading the lines for it. */
function isAhead(state: StateBlock, startLine: number, endLine: number, closing: string): boolean {
  const at = findAhead(state, closing, state.bMarks[startLine] ?? 0);
  const lastLine = Math.min(endLine, startLine + MAX_LINES) - 1;
  return at >= 0 && at < (state.eMarks[lastLine] ?? 0);
}

function lineOf(state: StateBlock, line: number): string {
  return state.getLines(line, line + 1, state.blkIndent, false);
}
