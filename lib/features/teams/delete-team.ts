import 'server-only';
import { deleteTeam as deleteTeamRow } from '@/db/queries/teams/delete-team';
import { texts } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import { getTeam } from './get-team';

/** Deletes a saved team; runs keep their own copy. Throws `not_found` or `forbidden`. */
export async function deleteTeam(actor: Actor, id: string): Promise<void> {
  const { builtIn } = await getTeam(actor, id);
  if (builtIn) throw new AppError('forbidden', texts.builtInDeleted);
  if (!(await deleteTeamRow(actor, id))) throw new AppError('forbidden', texts.cannotDeleteTeam);
}
