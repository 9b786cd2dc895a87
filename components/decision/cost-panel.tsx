'use client';
import { useMemo } from 'react';
import { costCsv } from '@/lib/client/cost-csv';
import { costTable } from '@/lib/client/cost-table';
import { flameOf } from '@/lib/client/flame';
import { formatCount } from '@/lib/client/format';
import { useRunLog } from '@/lib/client/use-run-log';
import type { RunState } from '@/lib/protocol/state';
import { CopyButton } from '../ui/copy-button';
import { EmptyState } from '../ui/empty-state';
import { Skeleton } from '../ui/skeleton';
import { BudgetBar } from './budget-bar';
import { CostNotes } from './cost-notes';
import { CostTable } from './cost-table';
import { FlameChart } from './flame-chart';

/** What the run has cost and where its time went. */
export function CostPanel({ run }: { run: RunState }) {
  const events = useRunLog(run.runId);
  const flame = useMemo(() => flameOf(events), [events]);
  const table = costTable(run);
  const { limits } = run.team ?? {};
  return (
    <div className="flex flex-col gap-5">
      {limits?.maxTokens != null && (
        <BudgetBar
          label="Token limit"
          used={table.total.inputTokens + table.total.outputTokens + table.inFlight}
          limit={limits.maxTokens}
          unit=" tokens"
          format={formatCount}
          hit={run.boundsHit.some(({ bound }) => bound === 'maxTokens')}
        />
      )}
      {limits?.maxCostUsd != null && (
        <BudgetBar
          label="Cost limit"
          used={table.total.costUsd ?? 0}
          limit={limits.maxCostUsd}
          format={(value) => `$${value.toFixed(2)}`}
          hit={run.boundsHit.some(({ bound }) => bound === 'maxCostUsd')}
        />
      )}
      <section aria-label="Tokens and cost" className="flex flex-col gap-2">
        <header className="flex items-center justify-between gap-3">
          <h3 className="font-medium text-sm">Tokens and cost</h3>
          {table.rows.length > 0 && <CopyButton text={costCsv(run)} label="Copy as CSV" showLabel />}
        </header>
        {table.rows.length > 0 ? (
          <CostTable table={table} simulated={isSimulated(run)} />
        ) : (
          <EmptyState title="No figures yet. They come with the end of each model request." />
        )}
        <CostNotes table={table} run={run} />
      </section>
      <section aria-label="Time" className="flex flex-col gap-2">
        <h3 className="font-medium text-sm">Time</h3>
        {events.length > 0 ? <FlameChart flame={flame} /> : <Skeleton className="h-40 w-full" />}
      </section>
    </div>
  );
}

function isSimulated(run: RunState): boolean {
  return run.team?.agents.every(({ backend }) => backend.type === 'demo') ?? false;
}
