import { formatMoney } from '@/lib/browser/ui/format';
import { Notice } from '../ui/notice';
import { texts } from './texts';

interface SpendingProps {
  caps: { of: 'member' | 'workspace'; capUsd: number; spentUsd: number; state: 'open' | 'near' | 'reached' }[];
}

/** How far the caps of this month are used up. */
export function Spending({ caps }: SpendingProps) {
  return (
    <ul className="flex flex-col gap-3">
      {caps.map(({ of, capUsd, spentUsd, state }) => (
        <li key={of} className="flex flex-col gap-1.5">
          <p className="text-sm">{texts.spent(of, formatMoney(spentUsd, 0), formatMoney(capUsd, 0))}</p>
          <progress
            className="h-1.5 w-full accent-accent"
            max={capUsd || 1}
            value={capUsd === 0 ? 1 : Math.min(spentUsd, capUsd)}
            aria-label={texts.spent(of, formatMoney(spentUsd, 0), formatMoney(capUsd, 0))}
          />
          {state !== 'open' && <Notice tone="warn">{state === 'near' ? texts.capNear : texts.capReached}</Notice>}
        </li>
      ))}
    </ul>
  );
}
