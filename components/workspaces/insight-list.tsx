import { Lightbulb } from 'lucide-react';
import { formatCount, formatMoney } from '@/lib/browser/ui/format';
import { buttonClass } from '../ui/button';
import { FigureTable } from './figure-table';
import { texts } from './texts';

interface InsightListProps {
  workspaceId: string;
  agents: { backend: string; model: string; runs: number; wins: number }[];
  teams: { team: string; runs: number; failed: number; disagreements: number; meanCostUsd: number | null }[];
  suggestions: string[];
}

const GROUPINGS = ['day', 'person', 'team', 'model'];

/** What the runs of a workspace say of its agents and teams, with what follows from it. */
export function InsightList({ workspaceId, agents, teams, suggestions }: InsightListProps) {
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
