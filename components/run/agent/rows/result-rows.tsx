import type { ResultTable } from '@/lib/browser/run/result-table';
import { PlainText } from '../../../ui/plain-text';
import { ScrollBox } from '../../../ui/scroll-box';
import { texts } from '../texts';

/** Structured content of a tool as a table. */
export function ResultRows({ table: { columns, rows } }: { table: ResultTable }) {
  return (
    <ScrollBox label={texts.resultTable} className="mb-2 max-h-72 rounded-control border border-line">
      <table className="w-full text-left text-xs">
        <thead>
          <tr className="border-line border-b bg-sunken">
            {columns.map((column) => (
              <th key={column} scope="col" className="px-2.5 py-1.5 font-medium">
                <PlainText text={column} isCode />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a result have no other identity.
            <tr key={index} className="border-line border-b last:border-b-0">
              {columns.map((column, at) => (
                <td key={column} className="tabular px-2.5 py-1.5 align-top">
                  <PlainText text={row[at] ?? ''} isCode />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
