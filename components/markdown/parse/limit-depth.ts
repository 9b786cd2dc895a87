import type { MarkdownIt, StateBlock } from 'markdown-it';

/** Lists and quotes in one another; a list counts twice (list and item). Deeper text is shown as it was written. */
const MAX_LEVEL = 32;

/** A model in a loop writes thousands of `>` or `- ` in one line; nobody reads, and no browser lays out, that many boxes. */
export function limitDepth(md: MarkdownIt): void {
  md.block.ruler.before('table', 'limit_depth', (state, startLine, endLine) => {
    if (state.level < MAX_LEVEL) return false;
    const end = endOfText(state, startLine, endLine);
    const token = state.push('plain', '', 0);
    token.content = state.getLines(startLine, end, state.blkIndent, false);
    token.map = [startLine, end];
    state.line = end;
    return true;
  });
}

function endOfText(state: StateBlock, startLine: number, endLine: number): number {
  let line = startLine + 1;
  while (line < endLine && !state.isEmpty(line) && (state.sCount[line] ?? 0) >= state.blkIndent) line += 1;
  return line;
}
