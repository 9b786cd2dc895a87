import { TEAM_OF_CONVERSATION, type TeamChoice } from '@/lib/browser/team/team-choice';
import { listTeams } from '@/lib/features/teams/list-teams';
import type { TeamView } from '@/lib/features/teams/team-view';
import type { Actor } from '@/lib/platform/auth/actor';
import { texts } from './texts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** A team as the picker shows it. */
export function teamChoice({
  id,
  name,
  builtIn,
  agents,
  coordination,
}: Pick<TeamView, 'id' | 'name' | 'builtIn' | 'agents' | 'coordination'>): TeamChoice {
  return {
    id,
    name,
    builtIn,
    canCheck: coordination?.decision === 'evidence' && agents.length > 1,
    agents: agents.map((agent, index) => {
      const slot = agent.slot ?? LETTERS[index] ?? '';
      return {
        slot,
        name: agent.name || texts.agent(slot),
        backend: agent.backend.type,
        model: agent.backend.model ?? '',
        ownAddress: Boolean(agent.backend.baseUrl),
      };
    }),
  };
}

/** Saved teams before the built-in ones, what was saved last on top. */
export function lastSavedFirst<T extends Pick<TeamView, 'builtIn' | 'updatedAt'>>(teams: T[]): T[] {
  return teams.toSorted(
    (a, b) => Number(a.builtIn) - Number(b.builtIn) || (b.updatedAt ?? '').localeCompare(a.updatedAt ?? ''),
  );
}

/** The teams that a person can choose. */
export async function teamChoices(actor: Actor): Promise<TeamChoice[]> {
  const { items } = await listTeams(actor, { limit: 200 });
  return lastSavedFirst(items).map(teamChoice);
}

/**
 * For a follow-up: the team that answered last is the first choice. One that is not saved, because it was written into the request or has been
 * deleted, can be asked again as it was; of a saved one, known by its name, what it is now.
 */
export function withLastTeam(
  teams: TeamChoice[],
  last: Pick<TeamView, 'name' | 'agents' | 'coordination'> | null,
): { teams: TeamChoice[]; last: string | undefined } {
  if (!last) return { teams, last: undefined };
  const saved = teams.find(({ name }) => name === last.name);
  if (saved) return { teams, last: saved.id };
  const choice = teamChoice({ ...last, id: TEAM_OF_CONVERSATION, builtIn: false });
  return { teams: [{ ...choice, definition: last }, ...teams], last: choice.id };
}
