import type { RunOutcome } from '@/db/queries/usage/select-run-outcomes';
import { texts } from './texts';

export interface AgentInsight {
  backend: string;
  model: string;
  runs: number;
  wins: number;
}

export interface TeamInsight {
  team: string;
  runs: number;
  failed: number;
  /** Finished runs in which votes or positions went apart. */
  disagreements: number;
  /** Of runs whose price is known; null = of none. */
  meanCostUsd: number | null;
}

export interface Insights {
  agents: AgentInsight[];
  teams: TeamInsight[];
  failures: { code: string; runs: number }[];
  suggestions: string[];
}

/** Fewer say nothing. */
const ENOUGH = 5;

/** Who wins, where agents disagree, which teams cost more than others, where runs fail, and what follows from it. */
export function insightsOf(outcomes: RunOutcome[]): Insights {
  const agents = agentsOf(outcomes);
  const teams = [...Map.groupBy(outcomes, ({ team }) => team)].map(([team, runs]) => teamOf(team, runs));
  const failures = failuresOf(outcomes);
  return {
    agents,
    teams,
    failures,
    suggestions: [...aboutAgents(agents), ...teams.flatMap(aboutTeam(teams, outcomes))],
  };
}

function agentsOf(outcomes: RunOutcome[]): AgentInsight[] {
  const seats = outcomes.flatMap(({ status, result }) => {
    if (status !== 'finished' || !result || result.slots.length < 2) return [];
    const winner = result.answerId?.split('.')[0];
    return result.slots.map(({ slot, backend, model }) => ({ backend, model, isWinner: slot === winner }));
  });
  return [...Map.groupBy(seats, ({ backend, model }) => `${backend} ${model}`).values()]
    .map((all) => ({
      backend: all[0]?.backend ?? '',
      model: all[0]?.model ?? '',
      runs: all.length,
      wins: all.filter(({ isWinner }) => isWinner).length,
    }))
    .toSorted((a, b) => b.wins - a.wins || a.runs - b.runs);
}

function teamOf(team: string, runs: RunOutcome[]): TeamInsight {
  const costs = runs.flatMap(({ result }) => result?.costUsd ?? []);
  return {
    team,
    runs: runs.length,
    failed: runs.filter(({ status }) => status === 'failed').length,
    disagreements: runs.filter(wentApart).length,
    meanCostUsd: costs.length === 0 ? null : costs.reduce((sum, cost) => sum + cost, 0) / costs.length,
  };
}

function wentApart({ status, result }: RunOutcome): boolean {
  if (status !== 'finished' || !result) return false;
  if (result.report) return !result.report.doAllAgree;
  return Object.values(result.tally).filter((votes) => votes > 0).length > 1;
}

function failuresOf(outcomes: RunOutcome[]): Insights['failures'] {
  const codes = outcomes.flatMap(({ status, result }) =>
    status === 'failed' ? [result?.error?.code ?? 'unknown'] : [],
  );
  return [...Map.groupBy(codes, (code) => code)]
    .map(([code, all]) => ({ code, runs: all.length }))
    .toSorted((a, b) => b.runs - a.runs);
}

function aboutAgents(agents: AgentInsight[]): string[] {
  return agents.flatMap(({ model, runs, wins }) => {
    if (runs < ENOUGH) return [];
    if (wins === 0) return [texts.neverWins(model, runs)];
    return wins / runs > 0.6 ? [texts.winsOften(model, wins / runs, runs)] : [];
  });
}

function aboutTeam(teams: TeamInsight[], outcomes: RunOutcome[]) {
  return ({ team, runs, failed, disagreements, meanCostUsd }: TeamInsight): string[] => {
    if (runs < ENOUGH) return [];
    const said: string[] = [];
    if (failed / runs > 0.2) {
      const [worst] = failuresOf(outcomes.filter((outcome) => outcome.team === team));
      said.push(texts.fails(team, failed / runs, worst?.code ?? 'unknown'));
    }
    const answered = runs - failed;
    if (answered >= ENOUGH && disagreements / answered > 0.5)
      said.push(texts.disagrees(team, disagreements / answered));
    const isLone = outcomes.some((outcome) => outcome.team === team && (outcome.result?.slots.length ?? 0) < 2);
    if (answered >= ENOUGH && disagreements / answered < 0.05 && !isLone) said.push(texts.agrees(team));
    const others = teams.flatMap((other) => (other.team === team ? [] : (other.meanCostUsd ?? [])));
    const mean = others.reduce((sum, cost) => sum + cost, 0) / others.length;
    if (meanCostUsd !== null && mean > 0 && meanCostUsd > 3 * mean) said.push(texts.dear(team, meanCostUsd / mean));
    return said;
  };
}
