import 'server-only';
import { insertTeam } from '@/db/queries/teams/insert-team';
import { findPersonalWorkspace } from '@/db/queries/workspaces/find-personal-workspace';
import { texts } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import { validateTeam } from '@/lib/team-config/validate-team';
import { getTeam } from './get-team';
import { refuseUnknownServers } from './refuse-unknown-servers';
import { refuseUntrustedAddresses } from './refuse-untrusted-addresses';
import type { TeamView } from './team-view';

/** Saves a team in a workspace, the personal one by default. Throws `invalid`, or `not_found` for a foreign workspace. */
export async function createTeam(actor: Actor, input: unknown, workspaceId?: string): Promise<TeamView> {
  const { definition } = validateTeam(input);
  await refuseUntrustedAddresses(actor, definition);
  await refuseUnknownServers(actor, definition);
  const id = await insertTeam(actor, { workspaceId: workspaceId ?? (await findPersonalWorkspace(actor)), definition });
  if (!id) throw new AppError('not_found', texts.noSuchWorkspace);
  return getTeam(actor, id);
}
