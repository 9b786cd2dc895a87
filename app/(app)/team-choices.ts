import type { Actor } from '@/lib/auth/actor';
import type { TeamChoice } from '@/lib/client/team-choice';
import { listTeams } from '@/lib/teams/list-teams';
import type { TeamView } from '@/lib/teams/team-view';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** A team as the picker shows it. */
export function teamChoice({ id, name, builtIn, agents }: TeamView): TeamChoice {
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
