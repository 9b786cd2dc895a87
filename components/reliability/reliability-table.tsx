import { kindWord } from '@/lib/browser/reliability/kind-word';
import type { ModelReliability } from '@/lib/browser/reliability/model-reliability';
import { formatCount, formatMoney } from '@/lib/browser/ui/format';
import { cx } from '../ui/cx';
import { EmptyState } from '../ui/empty-state';
import { ScrollBox } from '../ui/scroll-box';
import { texts } from './texts';

interface ReliabilityTableProps {
  items: ModelReliability[];
  /** By backend and model in one word; absent = nothing was spent. */
  costs: Record<string, { costUsd: number | null; unpricedTokens: number }>;
}

const head = 'px-3 py-2 text-right font-medium text-muted text-xs whitespace-nowrap';
const cell = 'tabular px-3 py-1.5 text-right whitespace-nowrap';

/** Each model with its rate on all kinds of task, and under it on each. */
export function ReliabilityTable({ items, costs }: ReliabilityTableProps) {
  if (items.length === 0) return <EmptyState title={texts.nothing} />;
  return (
    <ScrollBox label={texts.table} className="rounded-card border border-line bg-raised">
      <table aria-label={texts.table} className="w-full border-collapse text-sm">
        <thead className="bg-sunken">
          <tr>
            <th scope="col" className="px-3 py-2 text-left font-medium text-muted text-xs">
              {texts.model}
            </th>
            {texts.columns.map((name) => (
              <th key={name} scope="col" className={head}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map(({ backend, model, kind, rate, uncertainty, ...row }) => {
            const cost = kind === null ? costs[`${backend} ${model}`] : undefined;
            return (
              <tr key={`${backend} ${model} ${kind}`} className={cx(kind === null && 'border-line border-t')}>
                <th scope="row" className={cx('px-3 py-1.5 text-left font-normal', kind !== null && 'pl-8 text-muted')}>
                  {kind === null ? model || backend : kindWord(kind)}
                  {kind === null && <span className="block text-muted text-xs">{backend}</span>}
                </th>
                <td className={cell}>{rate === null ? texts.unknown : texts.rate(rate, uncertainty ?? 1)}</td>
                {[row.runs, row.choices, row.checks, row.agreements].map((count, index) => (
                  <td key={texts.columns[index + 1]} className={cell}>
                    {formatCount(count)}
                  </td>
                ))}
                <td className={cell}>{cost ? formatMoney(cost.costUsd, cost.unpricedTokens) : ''}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollBox>
  );
}
