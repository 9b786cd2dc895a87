import { formatCount, formatMoney } from '@/lib/browser/ui/format';
import { type UsageFigures, usageDays } from '@/lib/browser/usage/usage-figures';
import { texts } from './texts';

interface UsageChartProps {
  days: (UsageFigures & { day?: string })[];
  from: string;
  to: string;
}

/** Tokens a day; the figures stand in each bar's title and in a list for screen readers. */
export function UsageChart({ days: items, from, to }: UsageChartProps) {
  const days = usageDays(items, from, to);
  const most = Math.max(1, ...days.map(({ tokens }) => tokens));
  const words = ({ day, tokens, costUsd, unpricedTokens }: (typeof days)[number]) =>
    texts.day(day, formatCount(tokens), tokens > 0 ? formatMoney(costUsd, unpricedTokens) : null);
  return (
    <section aria-label={texts.tokensPerDay}>
      <h2 className="mb-2 flex justify-between font-medium text-sm">
        {texts.tokensPerDay}
        <span className="tabular font-normal text-muted text-xs">{texts.most(formatCount(most))}</span>
      </h2>
      <div className="flex h-28 items-end gap-px border-line border-b" aria-hidden>
        {days.map((day) => (
          <span key={day.day} title={words(day)} className="flex h-full flex-1 items-end hover:bg-hover">
            <span
              className="chart-mark w-full rounded-t-[2px] bg-accent"
              style={{ height: day.tokens > 0 ? `max(2px, ${(day.tokens / most) * 100}%)` : 0 }}
            />
          </span>
        ))}
      </div>
      <p className="tabular mt-1 flex justify-between text-muted text-xs" aria-hidden>
        <span>{from}</span>
        <span>{to}</span>
      </p>
      <ul className="sr-only">
        {days
          .filter(({ tokens }) => tokens > 0)
          .map((day) => (
            <li key={day.day}>{words(day)}</li>
          ))}
      </ul>
    </section>
  );
}
