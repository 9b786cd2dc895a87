import { formatCount, formatMoney } from '@/lib/browser/ui/format';
import type { UsageFigures } from '@/lib/browser/usage/usage-figures';
import { texts } from './texts';

/** The sums, large. */
export function UsageTotal({ total }: { total: UsageFigures }) {
  const facts = [
    { name: texts.cost, value: total.runs === 0 ? '$0.00' : formatMoney(total.costUsd, total.unpricedTokens) },
    { name: texts.runs, value: formatCount(total.runs) },
    { name: texts.requests, value: formatCount(total.requests) },
    {
      name: texts.tokensIn,
      value: formatCount(total.inputTokens),
      note: texts.cached(formatCount(total.cachedTokens)),
    },
    {
      name: texts.tokensOut,
      value: formatCount(total.outputTokens),
      note: texts.reasoning(formatCount(total.reasoningTokens)),
    },
  ];
  return (
    <div className="flex flex-col gap-2">
      <dl className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-5">
        {facts.map(({ name, value, note }) => (
          <div key={name}>
            <dt className="text-muted text-xs">{name}</dt>
            <dd className="tabular font-medium text-lg">
              {value}
              {note && <span className="block font-normal text-muted text-xs">{note}</span>}
            </dd>
          </div>
        ))}
      </dl>
      {(total.unpricedTokens > 0 || total.estimatedTokens > 0) && (
        <p className="text-muted text-xs">
          {total.unpricedTokens > 0 && `${texts.unpriced(formatCount(total.unpricedTokens))} `}
          {total.estimatedTokens > 0 && texts.estimated(formatCount(total.estimatedTokens))}
        </p>
      )}
    </div>
  );
}
