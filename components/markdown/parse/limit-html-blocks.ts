import type { MarkdownIt } from 'markdown-it';

/** What has an end of its own. All other tags are part of a paragraph, so that the Markdown between them is read. */
const HAS_OWN_END = /^\s*<(?:script|pre|style|textarea|[!?])/i;

/** HTML is shown as the text it is; only what is certainly no Markdown is kept away from its rules. */
export function limitHtmlBlocks(md: MarkdownIt): void {
  const html = md.block.ruler.__rules__.find(({ name }) => name === 'html_block')?.fn;
  if (!html) throw new Error('markdown-it has no rule for blocks of HTML any more.');
  md.block.ruler.at(
    'html_block',
    (state, startLine, endLine, silent) => {
      const line = state.src.slice(state.bMarks[startLine], state.eMarks[startLine]);
      return HAS_OWN_END.test(line.slice(state.tShift[startLine])) && html(state, startLine, endLine, silent);
    },
    { alt: ['paragraph', 'reference', 'blockquote'] },
  );
}
