import { useState } from 'react';
import type { TeamChoice } from './team-choice';

/** Teams that were made for a conversation, while the page is open: its composer goes and comes with its page. */
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
  const [isOwnChoice, setOwnChoice] = useState(made !== null);
  const [offered, setOffered] = useState(initialTeam);
  // Another team has answered meanwhile: it answers next too, unless somebody has chosen one for that.
  if (offered !== initialTeam) {
    setOffered(initialTeam);
    if (!isOwnChoice) setTeamId(initialTeam);
    else if (teamId === initialTeam) setOwnChoice(false);
  }
  const all = made ? [made, ...teams] : teams;
  return {
    teams: all,
    team: all.find(({ id }) => id === teamId),
    teamId,
    select(id: string): void {
      setTeamId(id);
      setOwnChoice(true);
      if (id !== made?.id) kept.delete(keepAs);
    },
    make(team: TeamChoice): void {
      setMade(team);
      setTeamId(team.id);
      setOwnChoice(true);
      if (keepAs !== '') kept.set(keepAs, team);
    },
  };
}
