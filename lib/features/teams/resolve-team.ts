import 'server-only';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import { type ValidTeam, validateTeam } from '@/lib/team-config/validate-team';
import { getTeam } from './get-team';
import { refuseUnknownServers } from './refuse-unknown-servers';
import { refuseUntrustedAddresses } from './refuse-untrusted-addresses';
import { requireClaudeCodeAllowed } from './require-claude-code-allowed';
import type { TeamView } from './team-view';

/**
 * The complete team for a run, from an id (saved or built in) or written inline. Checked again each time: what was trusted when a
 * team was saved need not be any more. Throws `invalid`, also for an id that names no team the actor may see.
 */
export async function resolveTeam(actor: Actor, team: unknown): Promise<ValidTeam> {
  const valid = validateTeam(typeof team === 'string' ? await savedDefinition(actor, team) : team);
  await refuseUntrustedAddresses(actor, valid.definition);
  await refuseUnknownServers(actor, valid.definition);
  requireClaudeCodeAllowed(actor, valid.team);
  return valid;
}

async function savedDefinition(actor: Actor, id: string): Promise<object> {
  const { name, agents, coordination, limits } = await savedTeam(actor, id);
  return { name, agents, ...(coordination && { coordination }), ...(limits && { limits }) };
}

async function savedTeam(actor: Actor, id: string): Promise<TeamView> {
  try {
    return await getTeam(actor, id);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'not_found') throw error;
    throw new AppError('invalid', error.message, { fields: [{ path: 'team', message: error.message }], cause: error });
  }
}
