'use client';
import { memo, useId, useRef } from 'react';
import { type AnswerContext, answerContext } from './answer-context';
import { Footnotes } from './footnotes';
import { type Block, type MarkdownText, NO_MARKDOWN, readMarkdown } from './parse/read-markdown';
import { renderBlocks } from './render-block';

/** Settled blocks are the same objects between updates, so only the tail renders again. */
const MarkdownBlock = memo(function MarkdownBlock({ block, context }: { block: Block; context: AnswerContext }) {
  return renderBlocks(block.nodes, context);
});

/** Markdown that grows while it is read. */
export function LiveMarkdown({ text }: { text: string }) {
  const id = useId();
  const read = useRef<MarkdownText>(NO_MARKDOWN);
  const shared = useRef<AnswerContext>(undefined);
  read.current = readMarkdown(text, read.current);
  const { blocks } = read.current;
  const context = answerContext(blocks, id, shared.current);
  shared.current = context;
  return (
    <div className="prose-block break-words">
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks only ever append.
        <MarkdownBlock key={index} block={block} context={context} />
      ))}
      <Footnotes blocks={blocks} context={context} />
    </div>
  );
}
