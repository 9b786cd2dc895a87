import type { MarkedToken, Token } from 'marked';
import type { ReactNode } from 'react';
import { decodeEntities } from './decode-entities';
import { safeHref } from './safe-href';

function renderOne(token: MarkedToken, key: number): ReactNode {
  switch (token.type) {
    case 'strong':
      return (
        <strong key={key} className="font-semibold">
          {renderInline(token.tokens)}
        </strong>
      );
    case 'em':
      return <em key={key}>{renderInline(token.tokens)}</em>;
    case 'del':
      return <del key={key}>{renderInline(token.tokens)}</del>;
    case 'codespan':
      return (
        <code key={key} className="rounded bg-sunken px-1 py-0.5 font-mono text-[0.875em] ring-1 ring-line ring-inset">
          {token.text}
        </code>
      );
    case 'br':
      return <br key={key} />;
    case 'link':
      return renderLink(token.href, renderInline(token.tokens), key);
    // A picture from another server would tell that server what was read; it stays a link.
    case 'image':
      return renderLink(token.href, decodeEntities(token.text) || token.href, key);
    case 'checkbox':
      return (
        <input key={key} type="checkbox" checked={token.checked} readOnly disabled className="mr-1.5 align-middle" />
      );
    case 'escape':
      return token.text;
    case 'html':
      return token.raw;
    case 'text':
      return token.tokens ? renderInline(token.tokens) : decodeEntities(token.text);
    default:
      return token.raw;
  }
}

function renderLink(href: string, content: ReactNode, key: number): ReactNode {
  const safe = safeHref(href);
  if (!safe) return <span key={key}>{content}</span>;
  return (
    <a
      key={key}
      href={safe}
      target="_blank"
      rel="noopener noreferrer nofollow"
      className="text-accent underline decoration-accent/40 underline-offset-2 hover:decoration-accent"
    >
      {content}
    </a>
  );
}

/** Inline tokens as elements; raw HTML is shown as the text it is. */
export function renderInline(tokens: Token[] | undefined): ReactNode[] {
  return (tokens ?? []).map((token, index) => renderOne(token as MarkedToken, index));
}
