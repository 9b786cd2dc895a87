import 'server-only';
import { selectConversations } from '@/db/queries/conversations/select-conversations';
import { auditCsv } from '@/lib/features/audit/audit-csv';
import { auditQuery } from '@/lib/features/audit/audit-schema';
import { allAudit } from '@/lib/features/audit/list-audit';
import { createConversationArchive } from '@/lib/features/conversation-files/conversation-archive';
import { getWorkspaceUsage, usageCsv } from '@/lib/features/insights/get-workspace-usage';
import { listMembers } from '@/lib/features/members/list-members';
import { listPrompts } from '@/lib/features/prompts/list-prompts';
import { listTeams } from '@/lib/features/teams/list-teams';
import type { Actor } from '@/lib/platform/auth/actor';
import { can } from '@/lib/platform/permissions/can';
import { getPolicy } from './get-policy';
import { getWorkspace } from './get-workspace';
import { refuseWorkspace } from './refuse-workspace';

const PAGE = 200;

/**
 * Everything of a workspace that its owner may read, as one .zip: what is published there and what is their own, teams, prompts, members,
 * policy, usage and the audit log. What others keep private there is not the owner's. No secrets. Throws `forbidden`, `not_found`.
 */
export async function exportWorkspace(actor: Actor, workspaceId: string): Promise<ReadableStream<Uint8Array>> {
  const { role, name } = await getWorkspace(actor, workspaceId);
  const who = { kind: 'user' as const, userId: actor.userId, role };
  if (!can(who, 'own', { kind: 'workspace', ownerId: null, isShown: true })) return refuseWorkspace(actor, workspaceId);
  const [members, policy, usage, audit, conversations] = await Promise.all([
    listMembers(actor, workspaceId),
    getPolicy(actor, workspaceId),
    getWorkspaceUsage(actor, workspaceId, { by: 'day', format: 'csv' }),
    allAudit(actor, workspaceId, auditQuery.parse({ format: 'csv' })),
    conversationsIn(actor, workspaceId),
  ]);
  const { putText, putJson, putConversations, end } = createConversationArchive(actor);
  putJson('workspace.json', { name, policy, members });
  putJson('teams.json', await teamsIn(actor, workspaceId));
  putJson(
    'prompts.json',
    (await listPrompts(actor)).items.filter((prompt) => prompt.workspaceId === workspaceId),
  );
  putText('usage.csv', usageCsv('day', usage));
  putText('audit.csv', auditCsv(audit));
  putConversations(conversations);
  return end();
}

async function teamsIn(actor: Actor, workspaceId: string) {
  const teams = [];
  for (let cursor: string | null = null; ; ) {
    const page: Awaited<ReturnType<typeof listTeams>> = await listTeams(actor, { cursor, workspaceId });
    teams.push(...page.items);
    if (page.nextCursor === null) return teams;
    cursor = page.nextCursor;
  }
}

/** Ids of what the actor may read there, archived or not. */
async function conversationsIn(actor: Actor, workspaceId: string): Promise<string[]> {
  const ids: string[] = [];
  for (const archived of [false, true]) {
    for (let after: { updatedAt: Date; id: string } | undefined; ; ) {
      const page = await selectConversations(actor, { workspaceId, archived, limit: PAGE, ...(after && { after }) });
      ids.push(...page.map(({ id }) => id));
      const last = page.at(-1);
      if (page.length < PAGE || !last) break;
      after = { updatedAt: last.updatedAt, id: last.id };
    }
  }
  return ids;
}
