'use client';
import { useMemo } from 'react';
import { useRunLog } from '@/lib/browser/run/use-run-log';
import { formatCount } from '@/lib/browser/ui/format';
import { costCsv } from '@/lib/browser/usage/cost-csv';
import { costTable } from '@/lib/browser/usage/cost-table';
import { flameOf } from '@/lib/browser/usage/flame';
import { isSimulation } from '@/lib/protocol/is-simulation';
import type { RunState } from '@/lib/protocol/state';
import { CopyButton } from '../../ui/copy-button';
import { EmptyState } from '../../ui/empty-state';
import { Skeleton } from '../../ui/skeleton';
import { BudgetBar } from './budget-bar';
import { CostNotes } from './cost-notes';
import { CostTable } from './cost-table';
import { FlameChart } from './flame-chart';
import { texts } from './texts';

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
          label={texts.tokenLimit}
          used={table.total.inputTokens + table.total.outputTokens + table.inFlight}
          limit={limits.maxTokens}
          unit={texts.tokensUnit}
          format={formatCount}
          hit={run.boundsHit.some(({ bound }) => bound === 'maxTokens')}
        />
      )}
      {limits?.maxCostUsd != null && (
        <BudgetBar
          label={texts.costLimit}
          used={table.total.costUsd ?? 0}
          limit={limits.maxCostUsd}
          format={(value) => `$${value.toFixed(2)}`}
          hit={run.boundsHit.some(({ bound }) => bound === 'maxCostUsd')}
        />
      )}
      <section aria-label={texts.tokensAndCost} className="flex flex-col gap-2">
        <header className="flex items-center justify-between gap-3">
          <h3 className="font-medium text-sm">{texts.tokensAndCost}</h3>
          {table.rows.length > 0 && <CopyButton text={costCsv(run)} label={texts.copyCsv} showLabel />}
        </header>
        {table.rows.length > 0 ? (
          <CostTable table={table} simulated={run.team !== null && isSimulation(run.team.agents)} />
        ) : (
          <EmptyState title={texts.noFigures} />
        )}
        <CostNotes table={table} run={run} />
      </section>
      <section aria-label={texts.time} className="flex flex-col gap-2">
        <h3 className="font-medium text-sm">{texts.time}</h3>
        {events.length > 0 ? <FlameChart flame={flame} /> : <Skeleton className="h-40 w-full" />}
      </section>
    </div>
  );
}
