import type { Actor } from '@/lib/auth/actor';
import { TEAM_OF_CONVERSATION, type TeamChoice } from '@/lib/client/team-choice';
import { listTeams } from '@/lib/teams/list-teams';
import type { TeamView } from '@/lib/teams/team-view';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** A team as the picker shows it. */
export function teamChoice({
  id,
  name,
  builtIn,
  agents,
}: Pick<TeamView, 'id' | 'name' | 'builtIn' | 'agents'>): TeamChoice {
  return {
    id,
    name,
    builtIn,
    agents: agents.map((agent, index) => {
      const slot = agent.slot ?? LETTERS[index] ?? '';
      return {
        slot,
        name: agent.name || `Agent ${slot}`,
        backend: agent.backend.type,
        model: agent.backend.model ?? '',
        ownAddress: Boolean(agent.backend.baseUrl),
      };
    }),
  };
}

/** The teams that a person can choose. */
export async function teamChoices(actor: Actor): Promise<TeamChoice[]> {
  const { items } = await listTeams(actor, { limit: 200 });
  return items.map(teamChoice);
}

/**
 * For a follow-up: the team that answered last is the first choice. One that is not saved, because it was written into the request or has been
 * deleted, can be asked again as it was; of a saved one, known by its name, what it is now.
 */
export function withLastTeam(
  teams: TeamChoice[],
  last: Pick<TeamView, 'name' | 'agents'> | null,
): { teams: TeamChoice[]; last: string | undefined } {
  if (!last) return { teams, last: undefined };
  const saved = teams.find(({ name }) => name === last.name);
  if (saved) return { teams, last: saved.id };
  const choice = teamChoice({ ...last, id: TEAM_OF_CONVERSATION, builtIn: false });
  return { teams: [{ ...choice, definition: last }, ...teams], last: choice.id };
}
