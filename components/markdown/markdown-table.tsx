import type { ReactNode } from 'react';
import { directionOf } from '@/lib/protocol/text/direction-of';
import { ScrollBox } from '../ui/scroll-box';
import type { AnswerContext } from './answer-context';
import { firstText } from './first-text';
import type { BlockNode, InlineNode } from './parse/nodes';
import { renderInline } from './render-inline';
import { texts } from './texts';

const ALIGN: Record<string, string> = { left: 'text-left', center: 'text-center', right: 'text-right' };

interface MarkdownTableProps {
  table: Extract<BlockNode, { type: 'table' }>;
  context: AnswerContext;
}

/** A table that scrolls within itself where it is too wide. */
export function MarkdownTable({ table: { align, head, rows }, context }: MarkdownTableProps) {
  const cells = (Tag: 'th' | 'td', row: InlineNode[][], className: string): ReactNode[] =>
    row.map((cell, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other identity.
      <Tag key={index} dir="auto" className={`px-3 py-2 ${ALIGN[align[index] ?? 'none'] ?? 'text-start'} ${className}`}>
        {renderInline(cell, context)}
      </Tag>
    ));
  return (
    <ScrollBox label={texts.table} className="my-4 rounded-card border border-line">
      <table dir={directionOf(firstText(head.flat()))} className="tabular w-full border-collapse text-sm">
        <thead className="bg-sunken">
          <tr>{cells('th', head, 'font-medium')}</tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows only ever append.
            <tr key={index} className="border-line border-t">
              {cells('td', row, 'align-top')}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
