import type { ReactNode } from 'react';
import { directionOf } from '@/lib/protocol/text/direction-of';
import { PlainText } from '../ui/plain-text';
import type { AnswerContext } from './answer-context';
import { CodeBlock } from './code/code-block';
import { firstText } from './first-text';
import { Formula } from './formula';
import { MarkdownList } from './markdown-list';
import { MarkdownTable } from './markdown-table';
import type { BlockNode } from './parse/nodes';
import { renderInline } from './render-inline';

const HEADING = [
  'text-lg mt-7',
  'text-lg mt-6',
  'text-base mt-5',
  'text-base mt-4',
  'text-base mt-4',
  'text-base mt-4',
];

/** Blocks one below the other. `isItem`: the first paragraph decides the direction of the item, so it has none of its own. */
export function renderBlocks(nodes: BlockNode[], context: AnswerContext, isItem = false): ReactNode[] {
  return nodes.map((node, index) => renderBlock(node, context, index, isItem && index === 0 ? undefined : 'auto'));
}

/** One block as an element. Each finds the direction of its own text; code and formulas always run from left to right. */
function renderBlock(node: BlockNode, context: AnswerContext, key: number, dir: 'auto' | undefined): ReactNode {
  switch (node.type) {
    case 'paragraph':
      if (node.isTight) return <span key={key}>{renderInline(node.children, context)}</span>;
      return (
        <p key={key} dir={dir} className="my-4 first:mt-0 last:mb-0">
          {renderInline(node.children, context)}
        </p>
      );
    case 'heading': {
      // The page owns levels 1 to 3; the answer's own start below them.
      const Tag = `h${Math.min(6, node.level + 3)}` as 'h4';
      return (
        <Tag key={key} dir="auto" className={`mb-1.5 font-semibold ${HEADING[node.level - 1]}`}>
          {renderInline(node.children, context)}
        </Tag>
      );
    }
    case 'list':
      return (
        <MarkdownList
          key={key}
          start={node.start}
          isLoose={node.items.some(({ children }) =>
            children.some((child) => child.type === 'paragraph' && !child.isTight),
          )}
          items={node.items.map(({ isDone, children }) => ({ isDone, content: renderBlocks(children, context, true) }))}
        />
      );
    case 'code':
      return <CodeBlock key={key} code={node.text} language={node.language} />;
    case 'quote':
      return (
        <blockquote
          key={key}
          dir={directionOf(firstText(node.children))}
          className="my-4 border-line border-s-2 ps-4 text-muted"
        >
          {renderBlocks(node.children, context)}
        </blockquote>
      );
    case 'table':
      return <MarkdownTable key={key} table={node} context={context} />;
    case 'rule':
      return <hr key={key} className="my-6 border-line" />;
    case 'math':
      return <Formula key={key} tex={node.tex} source={node.source} isDisplay />;
    case 'plain':
      return (
        <p key={key} dir="auto" className="my-4 whitespace-pre-wrap">
          <PlainText text={node.text} />
        </p>
      );
    case 'footnote-text':
      // Shown together at the end.
      return null;
  }
}
