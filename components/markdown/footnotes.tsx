import type { AnswerContext } from './answer-context';
import type { Block } from './parse/read-markdown';
import { renderBlocks } from './render-block';
import { texts } from './texts';

/** The footnotes that a text refers to, below it, each with the way back. */
export function Footnotes({ blocks, context }: { blocks: Block[]; context: AnswerContext }) {
  if (context.footnotes.size === 0) return null;
  const notes = new Map(
    blocks
      .flatMap(({ nodes }) => nodes)
      .flatMap((node) => (node.type === 'footnote-text' ? [[node.label, node.children] as const] : []))
      .reverse(),
  );
  return (
    <section aria-label={texts.footnotes} className="mt-6 border-line border-t pt-3 text-muted text-sm">
      <ol className="list-decimal space-y-1">
        {[...context.footnotes].map(([label, number]) => (
          <li
            key={label}
            id={`${context.id}-note-${number}`}
            dir="auto"
            className="ms-6 ps-1 [&>p:last-of-type]:inline"
          >
            {renderBlocks(notes.get(label) ?? [], context, true)}{' '}
            <a href={`#${context.id}-ref-${number}`} aria-label={texts.backToText} className="text-accent">
              ↩
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}
