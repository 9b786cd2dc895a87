import 'server-only';
import { insertTeam } from '@/db/queries/teams/insert-team';
import { findPersonalWorkspace } from '@/db/queries/workspaces/find-personal-workspace';
import type { Actor } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors/app-error';
import { getTeam } from './get-team';
import type { TeamView } from './team-view';
import { validateTeam } from './validate-team';

/** Saves a team in a workspace, the personal one by default. Throws `invalid`, or `not_found` for a foreign workspace. */
export async function createTeam(actor: Actor, input: unknown, workspaceId?: string): Promise<TeamView> {
  const { definition } = validateTeam(input);
  const id = await insertTeam(actor, { workspaceId: workspaceId ?? (await findPersonalWorkspace(actor)), definition });
  if (!id) throw new AppError('not_found', 'There is no such workspace, or you may not write in it.');
  return getTeam(actor, id);
}
