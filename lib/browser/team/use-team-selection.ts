import { useState } from 'react';
import type { TeamChoice } from './team-choice';

/** Teams that were made for a conversation, while the page is open: its composer comes and goes with its runs. */
const kept = new Map<string, TeamChoice>();

interface Selection {
  teams: TeamChoice[];
  initialTeam: string;
  /** Of a conversation: what is made for it stays selected after it was asked. */
  keepAs?: string;
}

/** Which team answers next: a saved one, or one that is made for the question and not saved. */
export function useTeamSelection({ teams, initialTeam, keepAs = '' }: Selection) {
  const [made, setMade] = useState(() => kept.get(keepAs) ?? null);
  const [teamId, setTeamId] = useState(made?.id ?? initialTeam);
  const all = made ? [made, ...teams] : teams;
  return {
    teams: all,
    team: all.find(({ id }) => id === teamId),
    teamId,
    select(id: string): void {
      setTeamId(id);
      if (id !== made?.id) kept.delete(keepAs);
    },
    make(team: TeamChoice): void {
      setMade(team);
      setTeamId(team.id);
      if (keepAs !== '') kept.set(keepAs, team);
    },
  };
}
