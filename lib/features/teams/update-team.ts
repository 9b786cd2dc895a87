import 'server-only';
import { insertTeamVersion } from '@/db/queries/teams/insert-team-version';
import { getChangeableTeam } from '@/lib/features/teams/get-changeable-team';
import { texts } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import { validateTeam } from '@/lib/team-config/validate-team';
import { getTeam } from './get-team';
import { refuseUnknownServers } from './refuse-unknown-servers';
import { refuseUntrustedAddresses } from './refuse-untrusted-addresses';
import type { TeamView } from './team-view';

/** Two programs that change different parts of a team in the same moment: the second looks again. */
const TRIES = 5;

/**
 * Replaces the given top-level parts of a team; the result is its next version. `version` = the one that the changes were made on: when
 * somebody else has saved another since, nothing is changed, and the `conflict` brings the team as it is now. Throws also `invalid`,
 * `not_found`, `forbidden`.
 */
export async function updateTeam(
  actor: Actor,
  id: string,
  changes: Record<string, unknown>,
  version?: number,
): Promise<TeamView> {
  for (let tries = 1; ; tries++) {
    const current = await getChangeableTeam(actor, id);
    const outcome = await save(actor, current, changes, version ?? current.version);
    if (outcome === 'saved') return getTeam(actor, id);
    if (outcome === 'forbidden') throw new AppError('forbidden', texts.cannotChangeTeam);
    if (version !== undefined || tries === TRIES) throw await staleTeam(actor, id);
  }
}

async function save(actor: Actor, current: TeamView, changes: Record<string, unknown>, from: number) {
  const { id, name, agents, coordination, limits } = current;
  const present = Object.fromEntries(
    Object.entries({ name, agents, coordination, limits }).filter(([, part]) => part !== undefined),
  );
  const { definition } = validateTeam({ ...present, ...changes });
  await refuseUntrustedAddresses(actor, definition);
  await refuseUnknownServers(actor, definition);
  return insertTeamVersion(actor, id, definition, from);
}

async function staleTeam(actor: Actor, id: string): Promise<AppError> {
  return new AppError('conflict', texts.teamChanged, {
    hint: texts.teamChangedHint,
    current: await getTeam(actor, id),
  });
}
