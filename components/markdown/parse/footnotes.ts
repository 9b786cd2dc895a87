import type { MarkdownIt, Token } from 'markdown-it';

const REFERENCE = /\[\^([^\s[\]^]{1,64})\](?!\()/y;
const TEXT = /^\[\^([^\s[\]^]{1,64})\]:[ \t]*/;
/** Lines that belong to a footnote are indented by this much. */
const INDENT = 4;

/** `[^1]` in the text and `[^1]: …` anywhere. Numbers are given when the whole is shown, by the order of the references. */
export function footnotes(md: MarkdownIt): void {
  md.inline.ruler.before('link', 'footnote', (state, silent) => {
    REFERENCE.lastIndex = state.pos;
    const label = REFERENCE.exec(state.src)?.[1];
    if (!label || REFERENCE.lastIndex > state.posMax) return false;
    if (!silent) state.push('footnote', '', 0).content = label;
    state.pos = REFERENCE.lastIndex;
    return true;
  });

  md.block.ruler.before(
    'reference',
    'footnote_text',
    (state, startLine, endLine, silent) => {
      // Only at the top: in a list, a quote or another footnote it would need an end of its own.
      if (state.level > 0 || state.env.isInFootnote || (state.sCount[startLine] ?? 0) - state.blkIndent >= INDENT)
        return false;
      const begin = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
      const [mark, label] = TEXT.exec(state.src.slice(begin, state.eMarks[startLine])) ?? [];
      if (!mark || !label) return false;
      if (silent) return true;

      let last = startLine + 1;
      for (let line = last; line < endLine; line += 1) {
        if (state.isEmpty(line)) continue;
        if ((state.sCount[line] ?? 0) >= INDENT) last = line + 1;
        // A paragraph goes on in the next line, indented or not; what begins something else does not.
        else if (line === last && !beginsBlock(state.src.slice(state.bMarks[line], state.eMarks[line])))
          last = line + 1;
        else break;
      }
      const open = state.push('footnote_text_open', '', 1);
      open.content = label;
      open.map = [startLine, last];
      const text = `${state.src.slice(begin + mark.length, state.eMarks[startLine])}\n${state.getLines(startLine + 1, last, INDENT, true)}`;
      const inside: Token[] = [];
      state.env.isInFootnote = true;
      md.block.parse(text, md, state.env, inside);
      state.env.isInFootnote = false;
      for (const token of inside) {
        // Their lines are counted from the footnote's own.
        token.map = null;
        token.level += 1;
        state.tokens.push(token);
      }
      state.push('footnote_text_close', '', -1);
      state.line = last;
      return true;
    },
    { alt: ['paragraph', 'reference'] },
  );
}

function beginsBlock(line: string): boolean {
  return /^ {0,3}(?:[#>`~|-]|[*+] |\d+[.)] |\[|\$\$|\\\[)/.test(line);
}
