import 'server-only';
import type { RunPlace } from '@/db/queries/policies/find-run-place';
import type { WorkspacePolicy } from '@/db/types/workspace-policy';
import { texts } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import type { Team } from '@/lib/protocol/team';
import { spendingCaps } from '@/lib/runtime/spending';
import { type Refused, refusedOf } from '@/lib/team-config/policy-backends';

/** Throws `invalid` for a team whose backends or models the workspace does not allow, `cost_cap` when a cap of it is used up. */
export async function refuseByPolicy(actor: Actor, place: RunPlace, team: Team): Promise<void> {
  const { workspaceId, policy } = place;
  refuseMeans(policy, team);
  const caps = await spendingCaps({ workspaceId, userId: actor.userId }, policy);
  const reached = caps.find(({ state }) => state === 'reached');
  if (!reached) return;
  throw new AppError('cost_cap', texts.capReached(reached.of, `$${reached.capUsd}`), {
    hint: texts.capReachedHint(reached.resetsAt.toISOString().slice(0, 10)),
  });
}

function refuseMeans(policy: WorkspacePolicy, team: Team): void {
  const refused = refusedOf(team, policy);
  const fields = refused.map((one) => ({ path: `team.${one.at}`, message: messageOf(one) }));
  const [first] = fields;
  if (first) throw new AppError('invalid', first.message, { fields, hint: texts.askForLeave });
}

function messageOf(refused: Refused): string {
  return refused.kind === 'backend'
    ? texts.backendNotAllowed(refused.type, refused.allowed)
    : texts.modelNotAllowed(refused.model, refused.type, refused.allowed);
}
