import { Lightbulb } from 'lucide-react';
import { formatCount, formatMoney } from '@/lib/browser/ui/format';
import { buttonClass } from '../ui/button';
import { FigureTable } from './figure-table';
import { texts } from './texts';
import { type UsageBar, UsageBars } from './usage-bars';

interface InsightListProps {
  workspaceId: string;
  agents: { backend: string; model: string; runs: number; wins: number }[];
  teams: { team: string; runs: number; failed: number; disagreements: number; meanCostUsd: number | null }[];
  suggestions: string[];
  usage: Record<keyof typeof texts.usageTitles, UsageRow[]>;
}

interface UsageRow {
  key: string | null;
  name: string | null;
  inputTokens: number;
  outputTokens: number;
  unpricedTokens: number;
  costUsd: number | null;
}

/** Of a longer list the rest stands in the file. */
const MOST_BARS = 10;

const GROUPINGS = ['person', 'team', 'model', 'day'] as const;

/** What the runs of a workspace say of its agents and teams, with what follows from it. */
export function InsightList({ workspaceId, agents, teams, suggestions, usage }: InsightListProps) {
  if (teams.length === 0) return <p className="text-muted text-sm">{texts.noInsights}</p>;
  return (
    <div className="flex flex-col gap-4">
      {suggestions.length === 0 && <p className="text-muted text-sm">{texts.noSuggestion}</p>}
      <ul className="flex flex-col gap-2">
        {suggestions.map((suggestion) => (
          <li key={suggestion} className="flex gap-2.5 text-sm">
            <Lightbulb className="icon mt-0.5 flex-none text-muted" aria-hidden />
            <span className="min-w-0">{suggestion}</span>
          </li>
        ))}
      </ul>
      <FigureTable
        head={texts.insightTeam}
        columns={texts.insightColumns}
        rows={teams.map(({ team, runs, failed, disagreements, meanCostUsd }) => ({
          name: team,
          figures: [formatCount(runs), formatCount(failed), formatCount(disagreements), formatMoney(meanCostUsd, 0)],
        }))}
      />
      {agents.length > 0 && (
        <FigureTable
          head={texts.insightAgent}
          columns={texts.agentColumns}
          rows={agents.map(({ backend, model, runs, wins }) => ({
            name: `${model} (${backend})`,
            figures: [formatCount(runs), formatCount(wins)],
          }))}
        />
      )}
      <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
        {GROUPINGS.map((by) => (
          <UsageBars key={by} title={texts.usageTitles[by]} bars={barsOf(by, usage[by])} />
        ))}
      </div>
      <ul className="flex flex-wrap gap-2">
        {GROUPINGS.map((by) => (
          <li key={by}>
            <a
              href={`/api/v1/workspaces/${workspaceId}/usage?by=${by}&format=csv`}
              className={buttonClass('plain', 'sm', 'pointer-coarse:h-11')}
              download
            >
              {texts.usageCsv(by)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Dearest first, days by their order. */
function barsOf(by: keyof typeof texts.usageTitles, rows: UsageRow[]): UsageBar[] {
  const bars = rows.map(({ key, name, inputTokens, outputTokens, costUsd, unpricedTokens }) => ({
    key: key ?? '',
    name: (by === 'person' ? name : key) || texts.noName[by],
    ...{ tokens: inputTokens + outputTokens, costUsd, unpricedTokens },
  }));
  if (by === 'day') return bars.toSorted((a, b) => a.key.localeCompare(b.key)).slice(-MOST_BARS);
  return bars.toSorted((a, b) => (b.costUsd ?? 0) - (a.costUsd ?? 0) || b.tokens - a.tokens).slice(0, MOST_BARS);
}
