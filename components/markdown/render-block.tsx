import type { MarkedToken, Token, Tokens } from 'marked';
import type { ReactNode } from 'react';
import { CodeBlock } from './code-block';
import { decodeEntities } from './decode-entities';
import { renderInline } from './render-inline';

const HEADING = [
  'text-lg mt-7',
  'text-lg mt-6',
  'text-base mt-5',
  'text-base mt-4',
  'text-base mt-4',
  'text-base mt-4',
];

function Heading({ token }: { token: Tokens.Heading }) {
  // The page owns levels 1 to 3; the answer's own start below them.
  const Tag = `h${Math.min(6, token.depth + 3)}` as 'h4';
  return <Tag className={`mb-1.5 font-semibold ${HEADING[token.depth - 1]}`}>{renderInline(token.tokens)}</Tag>;
}

function List({ token }: { token: Tokens.List }) {
  const items = token.items.map((item, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: items only ever append.
    <li key={index} className={item.task ? '-ml-5 list-none' : 'pl-1 marker:text-muted'}>
      {renderChildren(item.tokens)}
    </li>
  ));
  const space = token.loose ? 'space-y-3' : 'space-y-1';
  return token.ordered ? (
    <ol start={token.start || 1} className={`my-3 list-decimal pl-6 ${space}`}>
      {items}
    </ol>
  ) : (
    <ul className={`my-3 list-disc pl-6 ${space}`}>{items}</ul>
  );
}

function Table({ token }: { token: Tokens.Table }) {
  return (
    <div className="my-4 overflow-x-auto rounded-card border border-line">
      <table className="tabular w-full border-collapse text-sm">
        <thead className="bg-sunken text-left">
          <tr>
            {token.header.map((cell, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other identity.
              <th key={index} style={{ textAlign: cell.align ?? undefined }} className="px-3 py-2 font-medium">
                {renderInline(cell.tokens)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {token.rows.map((row, rowIndex) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows only ever append.
            <tr key={rowIndex} className="border-line border-t">
              {row.map((cell, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other identity.
                <td key={index} style={{ textAlign: cell.align ?? undefined }} className="px-3 py-2 align-top">
                  {renderInline(cell.tokens)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Children of a list item or quote: text without a paragraph of its own stays inline. */
function renderChildren(tokens: Token[]): ReactNode[] {
  return tokens.map((token, index) => renderBlock(token, index));
}

/** One top-level token as an element. */
export function renderBlock(token: Token, key?: number): ReactNode {
  const known = token as MarkedToken;
  switch (known.type) {
    case 'space':
    case 'def':
      return null;
    case 'heading':
      return <Heading key={key} token={known} />;
    case 'paragraph':
      return (
        <p key={key} className="my-4 first:mt-0 last:mb-0">
          {renderInline(known.tokens)}
        </p>
      );
    case 'list':
      return <List key={key} token={known} />;
    case 'code':
      return <CodeBlock key={key} code={known.text} language={known.lang?.split(/\s/)[0] ?? ''} />;
    case 'blockquote':
      return (
        <blockquote key={key} className="my-4 border-line border-l-2 pl-4 text-muted">
          {renderChildren(known.tokens)}
        </blockquote>
      );
    case 'table':
      return <Table key={key} token={known} />;
    case 'hr':
      return <hr key={key} className="my-6 border-line" />;
    case 'html':
      return (
        <p key={key} className="my-4 whitespace-pre-wrap">
          {known.text.trim()}
        </p>
      );
    case 'text':
      return <span key={key}>{known.tokens ? renderInline(known.tokens) : decodeEntities(known.text)}</span>;
    default:
      return renderInline([token]);
  }
}
