import { ImageOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { PlainText } from '../ui/plain-text';
import type { AnswerContext } from './answer-context';
import { Formula } from './formula';
import type { InlineNode } from './parse/nodes';
import { safeHref } from './safe-href';
import { texts } from './texts';

const LINK = 'text-accent underline decoration-accent/60 underline-offset-2 hover:decoration-accent';

/** Nodes of a line as elements; raw HTML is shown as the text it is. */
export function renderInline(nodes: InlineNode[], context: AnswerContext): ReactNode[] {
  return nodes.map((node, index) => renderOne(node, index, context));
}

function renderOne(node: InlineNode, key: number, context: AnswerContext): ReactNode {
  switch (node.type) {
    case 'text':
      return <PlainText key={key} text={node.text} />;
    case 'code':
      return (
        <code
          key={key}
          dir="ltr"
          className="rounded bg-sunken px-1 py-0.5 font-mono text-[0.875em] ring-1 ring-line ring-inset"
        >
          <PlainText text={node.text} isCode />
        </code>
      );
    case 'break':
      return <br key={key} />;
    case 'math':
      return <Formula key={key} tex={node.tex} source={node.source} isDisplay={node.isDisplay} />;
    case 'footnote':
      return renderReference(node.label, key, context);
    case 'link':
      return renderLink(node.href, renderInline(node.children, context), key, node.isBare);
    case 'image':
      return renderPicture(node, key);
    default:
      return renderMark(node, key, context);
  }
}

function renderMark(node: Extract<InlineNode, { children: InlineNode[] }>, key: number, context: AnswerContext) {
  const children = renderInline(node.children, context);
  switch (node.type) {
    case 'strong':
      return (
        <strong key={key} className="font-semibold">
          {children}
        </strong>
      );
    case 'kbd':
      return (
        <kbd key={key} className="rounded border border-line bg-sunken px-1 font-mono text-[0.875em]">
          {children}
        </kbd>
      );
    case 'mark':
      return (
        <mark key={key} className="rounded-sm bg-warn-soft px-0.5 text-text">
          {children}
        </mark>
      );
    case 'link':
      return null;
    default: {
      const Tag = node.type;
      return <Tag key={key}>{children}</Tag>;
    }
  }
}

function renderLink(href: string, content: ReactNode, key: number, isBare = false): ReactNode {
  const safe = safeHref(href);
  if (!safe) return <span key={key}>{content}</span>;
  return (
    <a
      key={key}
      href={safe}
      dir={isBare ? 'ltr' : undefined}
      target="_blank"
      rel="noopener noreferrer nofollow"
      className={LINK}
    >
      {content}
    </a>
  );
}

/** A picture from another server would tell that server what was read; it stays a link, and says so. */
function renderPicture({ href, alt }: Extract<InlineNode, { type: 'image' }>, key: number): ReactNode {
  const name = alt || (safeHref(href) ? href : texts.picture);
  return (
    <span
      key={key}
      title={texts.pictureTitle}
      className="inline-flex max-w-full flex-wrap items-baseline gap-x-1.5 rounded-control bg-sunken px-1.5 ring-1 ring-line ring-inset"
    >
      <ImageOff className="icon self-center text-muted" aria-hidden />
      {renderLink(href, <PlainText text={name} />, 0)}
      <span className="text-muted text-xs">{safeHref(href) ? texts.pictureNotLoaded : texts.pictureShort}</span>
    </span>
  );
}

function renderReference(label: string, key: number, { id, footnotes }: AnswerContext): ReactNode {
  const number = footnotes.get(label);
  if (number === undefined) return `[^${label}]`;
  return (
    <sup key={key}>
      <a href={`#${id}-note-${number}`} id={`${id}-ref-${number}`} aria-label={texts.footnote(number)} className={LINK}>
        {number}
      </a>
    </sup>
  );
}
