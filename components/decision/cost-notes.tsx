import type { CostTable } from '@/lib/client/cost-table';
import { formatCount, listWords } from '@/lib/client/format';
import type { RunState } from '@/lib/protocol/state';

/** What the figures are worth: whose prices, of which day, what is estimated and what is not known. */
export function CostNotes({ table, run }: { table: CostTable; run: RunState }) {
  const { priceDates, unpriced, total, inFlight } = table;
  const hasDemo = run.team?.agents.some(({ backend }) => backend.type === 'demo');
  const notes = [
    priceDates.length > 0 &&
      `List prices: ${listWords(priceDates.map(({ model, date }) => `${model} as of ${date}`))}.`,
    unpriced.length > 0 &&
      `The price of ${listWords(unpriced)} is not known: ${formatCount(total.unpricedTokens)} tokens are not in the cost${run.team?.limits.maxCostUsd == null ? '' : ' and do not count against the cost limit'}.`,
    total.estimatedTokens > 0 &&
      `${formatCount(total.estimatedTokens)} tokens are of requests that were interrupted; they are estimated by their characters.`,
    run.status === 'running' && inFlight > 0 && `About ${formatCount(inFlight)} tokens are being written right now.`,
    hasDemo && 'The simulation is free and counts words instead of tokens.',
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
