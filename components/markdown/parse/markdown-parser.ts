import MarkdownIt from 'markdown-it';
import cjkFriendly from 'markdown-it-cjk-friendly';
import { bareLinks } from './bare-links';
import { footnotes } from './footnotes';
import { inlineTags } from './inline-tags';
import { keepBackslashes } from './keep-backslashes';
import { limitBrackets } from './limit-brackets';
import { limitDepth } from './limit-depth';
import { limitHtmlBlocks } from './limit-html-blocks';
import { limitMarks } from './limit-marks';
import { limitTables } from './limit-tables';
import { mathBlock } from './math-block';
import { mathInline } from './math-inline';
import { subAndSuperscript } from './sub-and-superscript';

/** Markdown as models write it: GitHub's, with formulas, footnotes, emphasis that works in Chinese and Japanese, and bounds. */
export const markdownParser = new MarkdownIt({ html: true, maxNesting: 100 })
  .use(cjkFriendly)
  .use(limitTables)
  .use(limitHtmlBlocks)
  .use(limitDepth)
  .use(limitBrackets)
  .use(limitMarks)
  .use(mathBlock)
  .use(mathInline)
  .use(keepBackslashes)
  .use(footnotes)
  .use(bareLinks)
  .use(inlineTags)
  .use(subAndSuperscript);

// Which addresses are harmless is decided where they are shown (`safeHref`); here a link is a link.
markdownParser.validateLink = () => true;
