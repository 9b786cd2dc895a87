import Link from 'next/link';
import { formatCount, formatMoney } from '@/lib/browser/ui/format';
import { texts } from './texts';

export interface TotalUsage {
  turns: number;
  tokens: number;
  /** US dollars; `null` = no price is known. */
  costUsd: number | null;
  unpricedTokens: number;
  sharedTokens: number;
}

/** What the ended turns of this conversation have used together. */
export function ConversationTotal({ turns, tokens, costUsd, unpricedTokens, sharedTokens }: TotalUsage) {
  if (turns === 0 || tokens === 0) return null;
  return (
    <p className="tabular text-right text-muted text-xs">
      <Link href="/settings/usage" className="hover:text-text hover:underline">
        {texts.total(turns, formatCount(tokens), costUsd === null ? null : formatMoney(costUsd, unpricedTokens))}
        {sharedTokens > 0 && texts.totalShared(formatCount(sharedTokens))}
      </Link>
    </p>
  );
}
