import { formatCount, formatMoney } from '@/lib/browser/ui/format';
import { texts } from './texts';

export interface UsageBar {
  key: string;
  name: string;
  tokens: number;
  costUsd: number | null;
  unpricedTokens: number;
}

interface UsageBarsProps {
  title: string;
  bars: UsageBar[];
}

/** What some people, teams, models or days have used, as bars beside their figures: longest first, or in the order of time. */
export function UsageBars({ title, bars }: UsageBarsProps) {
  // Where nothing has a price the tokens are what can be compared.
  const isPriced = bars.some(({ costUsd }) => costUsd !== null && costUsd > 0);
  const sizeOf = ({ costUsd, tokens }: UsageBar) => (isPriced ? (costUsd ?? 0) : tokens);
  const most = Math.max(...bars.map(sizeOf), Number.MIN_VALUE);
  return (
    <figure aria-label={title} className="min-w-0">
      <figcaption className="mb-1.5 flex justify-between gap-2 font-medium text-sm">
        {title}
        <span className="font-normal text-muted text-xs">{isPriced ? texts.byCost : texts.byTokens}</span>
      </figcaption>
      <ul className="flex flex-col gap-1">
        {bars.map((bar) => (
          <li key={bar.key} className="text-xs">
            <p className="flex justify-between gap-3">
              <span className="min-w-0 truncate">{bar.name}</span>
              <span className="tabular flex-none text-muted">
                {texts.used(formatCount(bar.tokens), formatMoney(bar.costUsd, bar.unpricedTokens))}
              </span>
            </p>
            <div className="h-1.5 rounded-full bg-sunken" aria-hidden>
              <div
                className="chart-mark h-full rounded-full bg-accent"
                style={{ width: `max(2px, ${(sizeOf(bar) / most) * 100}%)` }}
              />
            </div>
          </li>
        ))}
      </ul>
    </figure>
  );
}
