import { formatCount, formatMoney } from '@/lib/client/format';
import type { UsageFigures } from '@/lib/client/usage-figures';

/** The sums, large. */
export function UsageTotal({ total }: { total: UsageFigures }) {
  const facts = [
    { name: 'Cost', value: total.runs === 0 ? '$0.00' : formatMoney(total.costUsd, total.unpricedTokens) },
    { name: 'Runs', value: formatCount(total.runs) },
    { name: 'Model requests', value: formatCount(total.requests) },
    { name: 'Tokens in', value: formatCount(total.inputTokens), note: `${formatCount(total.cachedTokens)} cached` },
    {
      name: 'Tokens out',
      value: formatCount(total.outputTokens),
      note: `${formatCount(total.reasoningTokens)} reasoning`,
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
          {total.unpricedTokens > 0 &&
            `${formatCount(total.unpricedTokens)} tokens are of models whose price is not known; the cost is without them. `}
          {total.estimatedTokens > 0 &&
            `${formatCount(total.estimatedTokens)} tokens of interrupted requests are estimated by their characters.`}
        </p>
      )}
    </div>
  );
}
