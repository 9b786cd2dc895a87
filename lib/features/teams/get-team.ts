import 'server-only';
import { findTeam } from '@/db/queries/teams/find-team';
import { texts } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import { findPreset } from '@/lib/team-config/presets';
import { type TeamView, viewOfPreset, viewOfTeam } from './team-view';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A built-in or saved team. Throws `not_found`, also for one that the actor may not see. */
export async function getTeam(actor: Actor, id: string): Promise<TeamView> {
  const preset = findPreset(id);
  if (preset) return viewOfPreset(preset);
  const found = UUID.test(id) ? await findTeam(actor, id) : null;
  if (!found) throw new AppError('not_found', texts.noSuchTeam);
  return viewOfTeam(found);
}
