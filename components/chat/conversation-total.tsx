import Link from 'next/link';
import { formatCount, formatMoney, plural } from '@/lib/client/format';
import type { Turn } from '@/lib/client/turn';

/** What the ended turns of this conversation have used together. */
export function ConversationTotal({ turns }: { turns: Turn[] }) {
  const results = turns.flatMap(({ run }) => (run.result ? [run.result] : []));
  const tokens = results.reduce((sum, { inputTokens, outputTokens }) => sum + inputTokens + outputTokens, 0);
  if (results.length === 0 || tokens === 0) return null;
  const priced = results.flatMap(({ costUsd }) => (costUsd === null ? [] : [costUsd]));
  const cost = priced.length > 0 ? priced.reduce((sum, usd) => sum + usd, 0) : null;
  const unpriced = results.reduce((sum, { unpricedTokens = 0 }) => sum + unpricedTokens, 0);
  const shared = results.reduce((sum, { context }) => sum + (context?.tokens ?? 0), 0);
  return (
    <p className="tabular mx-auto w-full max-w-read text-right text-muted text-xs">
      <Link href="/settings/usage" className="hover:text-text hover:underline">
        {plural(results.length, 'turn')} · {formatCount(tokens)} tokens ·{' '}
        {cost === null ? 'price unknown' : formatMoney(cost, unpriced)}
        {shared > 0 && ` · ${formatCount(shared)} tokens shared between agents`}
      </Link>
    </p>
  );
}
