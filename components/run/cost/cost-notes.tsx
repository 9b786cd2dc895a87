import { formatCount } from '@/lib/browser/ui/format';
import type { CostTable } from '@/lib/browser/usage/cost-table';
import type { RunState } from '@/lib/protocol/state';
import { texts } from './texts';

/** What the figures are worth: whose prices, of which day, what is estimated and what is not known. */
export function CostNotes({ table, run }: { table: CostTable; run: RunState }) {
  const { priceDates, unpriced, total, inFlight } = table;
  const hasDemo = run.team?.agents.some(({ backend }) => backend.type === 'demo');
  const notes = [
    priceDates.length > 0 && texts.listPrices(priceDates),
    unpriced.length > 0 &&
      texts.unpriced(unpriced, formatCount(total.unpricedTokens), run.team?.limits.maxCostUsd != null),
    total.estimatedTokens > 0 && texts.estimated(formatCount(total.estimatedTokens)),
    run.status === 'running' && inFlight > 0 && texts.inFlight(formatCount(inFlight)),
    hasDemo && texts.simulation,
  ].filter((note) => typeof note === 'string');
  if (notes.length === 0) return null;
  return (
    <ul className="flex flex-col gap-0.5 text-muted text-xs">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}
