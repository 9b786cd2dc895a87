import { useId } from 'react';
import { answerContext } from '../markdown/answer-context';
import { Footnotes } from '../markdown/footnotes';
import { NO_MARKDOWN, readMarkdown } from '../markdown/parse/read-markdown';
import { renderBlocks } from '../markdown/render-block';

/** Markdown that does not grow: rendered where the page is rendered, without the script that reads it. */
export function SharedMarkdown({ text }: { text: string }) {
  const id = useId();
  const { blocks } = readMarkdown(text, NO_MARKDOWN);
  const context = answerContext(blocks, id);
  return (
    <div className="prose-block break-words">
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a text that does not change.
        <div key={index} className="contents">
          {renderBlocks(block.nodes, context)}
        </div>
      ))}
      <Footnotes blocks={blocks} context={context} />
    </div>
  );
}
