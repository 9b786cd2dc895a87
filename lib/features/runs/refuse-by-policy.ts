import 'server-only';
import type { RunPlace } from '@/db/queries/policies/find-run-place';
import type { TeamDefinition } from '@/db/types/team-definition';
import { texts } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import { spendingCaps } from '@/lib/runtime/spending';
import { backendsOf } from '@/lib/team-config/backends-of';

/** Throws `invalid` for a team whose backends the workspace does not allow, `cost_cap` when a cap of it is used up. */
export async function refuseByPolicy(actor: Actor, place: RunPlace, team: TeamDefinition): Promise<void> {
  const { workspaceId, policy } = place;
  refuseBackends(policy.backends, team);
  const caps = await spendingCaps({ workspaceId, userId: actor.userId }, policy);
  const reached = caps.find(({ state }) => state === 'reached');
  if (!reached) return;
  throw new AppError('cost_cap', texts.capReached(reached.of, `$${reached.capUsd}`), {
    hint: texts.capReachedHint(reached.resetsAt.toISOString().slice(0, 10)),
  });
}

function refuseBackends(allowed: string[] | null, team: TeamDefinition): void {
  if (allowed === null) return;
  const fields = backendsOf(team)
    .filter(({ type }) => !allowed.includes(type))
    .map(({ at, type }) => ({ path: `team.${at}.type`, message: texts.backendNotAllowed(type, allowed) }));
  const [first] = fields;
  if (first) throw new AppError('invalid', first.message, { fields });
}
