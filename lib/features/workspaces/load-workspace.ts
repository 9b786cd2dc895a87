import 'server-only';
import type { z } from 'zod';
import { rolesThatMay } from '@/db/permissions/permissions';
import type { WorkspaceGrouping } from '@/db/queries/usage/select-workspace-usage';
import { DESCRIPTORS } from '@/lib/agents/registry';
import type { auditQuery } from '@/lib/features/audit/audit-schema';
import { listAudit } from '@/lib/features/audit/list-audit';
import { getInsights, getWorkspaceUsage } from '@/lib/features/insights/get-workspace-usage';
import { listInvites } from '@/lib/features/invites/list-invites';
import { listMembers } from '@/lib/features/members/list-members';
import { listProviderKeys } from '@/lib/features/provider-keys/list-provider-keys';
import { listWorkspaceLinks } from '@/lib/features/shares/list-workspace-links';
import type { Actor } from '@/lib/platform/auth/actor';
import { sendsMail } from '@/lib/platform/mail/send-mail';
import { spendingCaps } from '@/lib/runtime/spending';
import { getPolicy } from './get-policy';
import { getWorkspace } from './get-workspace';

const AUDIT_LINES = 50;

/** Everything that the page of a workspace shows; `managed` only to who manages it. Throws `not_found` to who is no member. */
export async function loadWorkspace(
  actor: Actor,
  workspaceId: string,
  filter: Partial<Pick<z.infer<typeof auditQuery>, 'action' | 'actorId' | 'from' | 'to'>> = {},
) {
  const workspace = await getWorkspace(actor, workspaceId);
  const manages = rolesThatMay('workspace.manage', 'shown').includes(workspace.role);
  const [members, policy, keys] = await Promise.all([
    listMembers(actor, workspaceId),
    getPolicy(actor, workspaceId),
    manages ? listProviderKeys(actor, workspaceId) : [],
  ]);
  const caps = await spendingCaps({ workspaceId, userId: actor.userId }, policy);
  const backends = DESCRIPTORS.map(({ type, label }) => ({ type, label }));
  const managed = manages && {
    invites: await listInvites(actor, workspaceId),
    sendsMail: sendsMail(),
    insights: await getInsights(actor, workspaceId, {}),
    links: await listWorkspaceLinks(actor, workspaceId),
    usage: await usageOf(actor, workspaceId),
    audit: (await listAudit(actor, workspaceId, { ...filter, limit: AUDIT_LINES, format: 'json' })).items,
  };
  return {
    workspace,
    members,
    policy,
    caps,
    backends,
    keys: keys.filter(({ scope }) => scope === 'workspace'),
    managed,
  };
}

/** Of the last 30 days, by what a page compares. */
async function usageOf(actor: Actor, workspaceId: string) {
  const by = (grouping: WorkspaceGrouping) => getWorkspaceUsage(actor, workspaceId, { by: grouping, format: 'json' });
  const [person, team, model, day] = await Promise.all([by('person'), by('team'), by('model'), by('day')]);
  return { person, team, model, day };
}
