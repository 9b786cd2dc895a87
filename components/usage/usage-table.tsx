import { formatCount, formatMoney } from '@/lib/browser/ui/format';
import type { UsageFigures } from '@/lib/browser/usage/usage-figures';
import { EmptyState } from '../ui/empty-state';
import { IntentLink } from '../ui/intent-link';
import { ScrollBox } from '../ui/scroll-box';
import { texts } from './texts';

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
        <EmptyState title={texts.noFigures} />
      ) : (
        <ScrollBox label={title} className="max-h-[28rem] rounded-card border border-line bg-raised">
          <table aria-label={title} className="w-full border-collapse text-sm">
            <thead className="sticky top-0 bg-sunken">
              <tr>
                <th scope="col" className="px-3 py-2 text-left font-medium text-muted text-xs">
                  {first}
                </th>
                {texts.columns.map((name) => (
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
                      <IntentLink
                        href={href}
                        className="inline-block max-w-full truncate py-1 align-middle hover:underline pointer-coarse:min-w-11 pointer-coarse:py-3.5"
                      >
                        {name}
                      </IntentLink>
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
        </ScrollBox>
      )}
    </section>
  );
}
