import { cx } from '../../ui/cx';
import { texts } from './texts';

interface BudgetBarProps {
  label: string;
  used: number;
  limit: number;
  format: (value: number) => string;
  /** Behind the figures. */
  unit?: string;
  /** The bound has bitten. */
  hit: boolean;
}

/** How much of a limit of the run is used up. */
export function BudgetBar({ label, used, limit, format, unit = '', hit }: BudgetBarProps) {
  const words = texts.usedOf(format(used), format(limit) + unit);
  const percent = Math.min(100, (used / limit) * 100);
  return (
    <div className="flex flex-col gap-1.5">
      <p className="tabular flex flex-wrap justify-between gap-x-4 text-sm">
        <span>
          <span className="font-medium">{label}</span>
          {hit && <span className="ml-2 text-warn">{texts.limitReached}</span>}
        </span>
        <span className="text-muted">{words}</span>
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a meter element cannot be styled alike in every browser. */}
      <div
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={limit}
        aria-valuenow={Math.min(used, limit)}
        aria-valuetext={words}
        className="h-1.5 overflow-hidden rounded-full bg-hover forced-colors:border"
      >
        <div
          className={cx('chart-mark h-full rounded-full', hit ? 'bg-warn' : 'bg-accent')}
          style={{ width: `${percent}%` }}
        />
      </div>
    </div>
  );
}
