import Link from 'next/link';
import { formatCount, formatMoney } from '@/lib/client/format';
import type { UsageFigures } from '@/lib/client/usage-figures';
import { EmptyState } from '../ui/empty-state';

interface UsageTableProps {
  title: string;
  head: string;
  rows: (UsageFigures & { key: string; name: string; note?: string; href?: string })[];
}

const head = 'px-3 py-2 text-right font-medium text-muted text-xs whitespace-nowrap';
const cell = 'tabular px-3 py-1.5 text-right whitespace-nowrap';

/** Dearest first. */
export function UsageTable({ title, head: first, rows }: UsageTableProps) {
  return (
    <section aria-label={title}>
      <h2 className="mb-2 font-medium text-sm">{title}</h2>
      {rows.length === 0 ? (
        <EmptyState title="Nothing yet. The figures of a run stand here once it has ended." />
      ) : (
        <div className="max-h-[28rem] overflow-auto rounded-card border border-line bg-raised">
          <table aria-label={title} className="w-full border-collapse text-sm">
            <thead className="sticky top-0 bg-sunken">
              <tr>
                <th scope="col" className="px-3 py-2 text-left font-medium text-muted text-xs">
                  {first}
                </th>
                {['Runs', 'In', 'Cached', 'Out', 'Cost (USD)'].map((name) => (
                  <th key={name} scope="col" className={head}>
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ key, name, note, href, ...row }) => (
                <tr key={key} className="border-line border-t">
                  <th scope="row" className="max-w-60 truncate px-3 py-1.5 text-left font-normal">
                    {href ? (
                      <Link href={href} className="hover:underline">
                        {name}
                      </Link>
                    ) : (
                      name
                    )}
                    {note && <span className="ml-2 text-muted text-xs">{note}</span>}
                  </th>
                  <td className={cell}>{formatCount(row.runs)}</td>
                  <td className={cell}>{formatCount(row.inputTokens)}</td>
                  <td className={cell}>{formatCount(row.cachedTokens)}</td>
                  <td className={cell}>{formatCount(row.outputTokens)}</td>
                  <td className={cell}>{formatMoney(row.costUsd, row.unpricedTokens)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
