import 'server-only';
import { texts } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import { findPreset } from '@/lib/team-config/presets';
import { getTeam } from './get-team';
import type { TeamView } from './team-view';

/** A saved team. Throws `not_found` for one that the actor may not see, `forbidden` for a built-in one. */
export async function getChangeableTeam(actor: Actor, id: string): Promise<TeamView> {
  if (!findPreset(id)) return getTeam(actor, id);
  throw new AppError('forbidden', texts.builtInChanged, { hint: texts.builtInChangedHint });
}
