import 'server-only';
import { insertTeamVersion } from '@/db/queries/teams/insert-team-version';
import type { Actor } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors/app-error';
import { getTeam } from './get-team';
import { findPreset } from './presets';
import type { TeamView } from './team-view';
import { validateTeam } from './validate-team';

/** Replaces the given top-level parts of a team; the result is its next version. Throws `invalid`, `not_found`, `forbidden`. */
export async function updateTeam(actor: Actor, id: string, changes: Record<string, unknown>): Promise<TeamView> {
  if (findPreset(id))
    throw new AppError('forbidden', 'A built-in team cannot be changed.', { hint: 'Save a copy and change that.' });
  const { name, agents, coordination, limits } = await getTeam(actor, id);
  const present = Object.fromEntries(
    Object.entries({ name, agents, coordination, limits }).filter(([, part]) => part !== undefined),
  );
  const { definition } = validateTeam({ ...present, ...changes });
  if (!(await insertTeamVersion(actor, id, definition)))
    throw new AppError('forbidden', 'You may not change this team.');
  return getTeam(actor, id);
}
