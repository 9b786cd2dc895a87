import { teamProblems } from '@/lib/browser/team/backend-health';
import type { BackendInfo } from '@/lib/browser/team/backends-store';
import type { TeamChoice } from '@/lib/browser/team/team-choice';

/** No agent of the team can answer as it is. */
export function isUnusable(team: TeamChoice, backends: BackendInfo[]): boolean {
  const out = teamProblems(team, backends).flatMap(({ slots }) => slots);
  return team.agents.length > 0 && team.agents.every(({ slot }) => out.includes(slot));
}

/** Teams that cannot answer come last; else the order stays. `backends` null = not known yet. */
export function usableFirst<T extends TeamChoice>(teams: T[], backends: BackendInfo[] | null): T[] {
  if (backends === null) return teams;
  const rank = (team: T) => Number(isUnusable(team, backends));
  return teams.toSorted((a, b) => rank(a) - rank(b));
}
