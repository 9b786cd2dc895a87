import { beforeAll, describe, expect, test } from 'vitest';
import { type ActionOn, can, type ResourceKind } from '@/lib/platform/permissions/can';
import { getDb } from '../client';
import { ON_INSTANCE, PERMISSIONS, type Permission, ROLES, type Role } from '../permissions/permissions';
import { membership } from '../schema/workspaces';
import { insertPerson } from '../testing/insert-person';
import { insertRun } from '../testing/insert-run';
import { testDatabaseKinds, useTestDatabase } from '../testing/use-test-database';
import { OPEN_POLICY } from '../types/workspace-policy';
import { findAttachment } from './attachments/find-attachment';
import { removeAttachment } from './attachments/remove-attachment';
import { insertAuditEntry } from './audit/insert-audit-entry';
import { selectAudit } from './audit/select-audit';
import { storeBlob } from './blobs/store-blob';
import { findForkPoint } from './contexts/find-fork-point';
import { findSnapshot } from './contexts/find-snapshot';
import { changeConversation } from './conversations/change-conversation';
import { findConversation } from './conversations/find-conversation';
import { insertConversation } from './conversations/insert-conversation';
import { removeConversation } from './conversations/remove-conversation';
import { deleteMcpServer } from './mcp-servers/delete-mcp-server';
import { findMcpServer } from './mcp-servers/find-mcp-server';
import { insertMcpServer } from './mcp-servers/insert-mcp-server';
import { selectUsableServers } from './mcp-servers/select-usable-servers';
import { savePolicy } from './policies/save-policy';
import { insertPrompt } from './prompts/insert-prompt';
import { removePrompt } from './prompts/remove-prompt';
import { selectPrompts } from './prompts/select-prompts';
import { updatePrompt } from './prompts/update-prompt';
import { deleteProviderKey } from './provider-keys/delete-provider-key';
import { selectProviderKeys } from './provider-keys/select-provider-keys';
import { selectUsableKeys } from './provider-keys/select-usable-keys';
import { findLearning } from './reliability/find-learning';
import { findRun } from './runs/find-run';
import { shareProbes } from './shares/testing/share-probes';
import { deleteTeam } from './teams/delete-team';
import { findTeam } from './teams/find-team';
import { insertTeam } from './teams/insert-team';
import { insertTeamVersion } from './teams/insert-team-version';
import {
  type Ask,
  attachmentOf,
  type Case,
  contextOf,
  conversationOf,
  HASH,
  keyOf,
  PROMPT,
  promptOf,
  runOf,
  serverIn,
  serverOf,
  TEAM,
  teamOf,
  turnIn,
  usageOf,
} from './testing/asked-things';
import { selectRunOutcomes } from './usage/select-run-outcomes';
import { selectUsage } from './usage/select-usage';
import { selectRunsOfWorkspace } from './workspaces/remove-workspace';
import { selectWorkspaces } from './workspaces/select-workspaces';

const ASKED: Case = { role: null, isOwn: true, isShown: false };

const CASES: Case[] = [null, ...ROLES].flatMap((role) =>
  [true, false].flatMap((isOwn) => [true, false].map((isShown) => ({ role, isOwn, isShown }))),
);

/** Asks for a thing of that kind as the case says; true = they may. A pair of booleans says what of the case such a thing can be. */
const PROBES: Partial<Record<Permission, (ask: Ask) => Promise<boolean | null>>> = {
  'workspace.read': async ({ actor, workspaceId, isShown }) =>
    isShown ? (await selectWorkspaces(actor)).some(({ id }) => id === workspaceId) : null,
  'workspace.manage': async ({ actor, workspaceId, isShown }) =>
    isShown ? savePolicy(actor, workspaceId, OPEN_POLICY) : null,
  'workspace.own': async ({ actor, workspaceId, isShown }) => {
    if (!isShown) return null;
    return (await selectRunsOfWorkspace(actor, workspaceId)).length > 0;
  },
  'insights.read': async ({ actor, workspaceId, isShown }) => {
    if (!isShown) return null;
    const span = { from: new Date(0), to: new Date(Date.now() + 60_000), limit: 1 };
    return (await selectRunOutcomes(actor, workspaceId, span)).length > 0;
  },
  'audit.read': async ({ actor, workspaceId, isShown }) =>
    isShown ? (await selectAudit(actor, workspaceId, { isPersonal: false, limit: 1 })).length > 0 : null,
  'conversation.create': async ({ actor, workspaceId, isShown }) =>
    isShown
      ? (await insertConversation(actor, { workspaceId, title: 'T', visibility: 'private', labels: [] })) !== null
      : null,
  'conversation.read': async (ask) => (await findConversation(ask.actor, await conversationOf(ask), 'read')) !== null,
  'conversation.write': async (ask) =>
    Boolean(await changeConversation(ask.actor, await conversationOf(ask), { title: 'N' })),
  'conversation.delete': async (ask) => removeConversation(ask.actor, await conversationOf(ask)),
  'run.start': turnIn,
  'run.read': async (ask) => (await findRun(ask.actor, (await runOf(ask)).runId, 'read')) !== null,
  // Files lie in folders; whoever may read the run finds them.
  'runFile.read': async (ask) => (await findRun(ask.actor, (await runOf(ask)).runId, 'read')) !== null,
  'run.control': async (ask) => (await findRun(ask.actor, (await runOf(ask)).runId, 'write')) !== null,
  'approval.decide': async (ask) => (await findRun(ask.actor, (await runOf(ask)).runId, 'decide')) !== null,
  'context.read': async (ask) => (await findSnapshot(ask.actor, await contextOf(ask))) !== null,
  'context.fork': async (ask) => (await findForkPoint(ask.actor, await contextOf(ask))) !== null,
  // One that no message has is shown to nobody.
  'attachment.read': async (ask) =>
    ask.isShown ? null : (await findAttachment(ask.actor, await attachmentOf(ask))) !== null,
  'attachment.delete': async (ask) => (ask.isShown ? null : removeAttachment(ask.actor, await attachmentOf(ask))),
  ...shareProbes(runOf),
  'prompt.create': async ({ actor, workspaceId, isShown }) =>
    isShown ? (await insertPrompt(actor, { workspaceId, ...PROMPT })) !== null : null,
  'prompt.read': async (ask) => (await selectPrompts(ask.actor, await promptOf(ask))).length > 0,
  'prompt.write': async (ask) => {
    const changed = (await updatePrompt(ask.actor, await promptOf(ask), { name: 'N' })) !== null;
    expect(await removePrompt(ask.actor, await promptOf(ask))).toBe(changed);
    return changed;
  },
  // Teams are always shown to their workspace.
  'team.create': async ({ actor, workspaceId, isShown }) =>
    isShown ? (await insertTeam(actor, { workspaceId, definition: TEAM })) !== null : null,
  'team.read': async (ask) => (ask.isShown ? (await findTeam(ask.actor, await teamOf(ask))) !== null : null),
  'team.write': async (ask) => {
    if (!ask.isShown) return null;
    const saved = (await insertTeamVersion(ask.actor, await teamOf(ask), TEAM, 1)) === 'saved';
    expect(await deleteTeam(ask.actor, await teamOf(ask))).toBe(saved);
    return saved;
  },
  // A workspace's key is nobody's own.
  'providerKey.read': async (ask) => {
    if (ask.isShown && ask.isOwn) return null;
    const { id } = await keyOf(ask);
    return (await selectProviderKeys(ask.actor)).some((key) => key.id === id);
  },
  'providerKey.use': async (ask) => {
    if (ask.isShown && ask.isOwn) return null;
    const { provider } = await keyOf(ask);
    return (await selectUsableKeys(ask.actor, ask.workspaceId, provider)).length > 0;
  },
  'providerKey.write': async (ask) =>
    ask.isShown && ask.isOwn ? null : (await deleteProviderKey(ask.actor, (await keyOf(ask)).id)) !== null,
  // A workspace's server is nobody's own.
  'mcpServer.read': async (ask) =>
    ask.isShown && ask.isOwn ? null : (await findMcpServer(ask.actor, await serverOf(ask), 'read')) !== null,
  'mcpServer.use': async (ask) => {
    if (ask.isShown && ask.isOwn) return null;
    const id = await serverOf(ask);
    return (await selectUsableServers(ask.actor, ask.workspaceId)).some((server) => server.id === id);
  },
  'mcpServer.write': async (ask) => {
    if (ask.isShown && ask.isOwn) return null;
    const isDeleted = await deleteMcpServer(ask.actor, await serverOf(ask));
    expect((await insertMcpServer(ask.actor, serverIn(ask), [])) === 'stored').toBe(isDeleted);
    return isDeleted;
  },
  'reliability.read': async ({ actor, workspaceId, isShown }) =>
    isShown ? (await findLearning(actor, workspaceId, 'reliability.read')) !== null : null,
  'reliability.manage': async ({ actor, workspaceId, isShown }) =>
    isShown ? (await findLearning(actor, workspaceId, 'reliability.manage')) !== null : null,
  // What others have used is shown to who manages the workspace.
  'usage.read': async (ask) => {
    if (ask.isShown === ask.isOwn) return null;
    const conversationId = await usageOf(ask);
    const span = { from: new Date(0), to: new Date(Date.now() + 60_000), limit: 10, conversationId };
    return (await selectUsage(ask.actor, 'all', { scope: ask.isOwn ? 'own' : 'workspace', ...span })).length > 0;
  },
};

describe.each(testDatabaseKinds())('what queries allow is what the table says, on %s', (kind) => {
  useTestDatabase(kind);
  const actors = new Map<Role | null, { userId: string }>();
  let home: Awaited<ReturnType<typeof insertPerson>>;

  beforeAll(async () => {
    home = await insertPerson();
    await storeBlob(HASH, Buffer.from('x'));
    const { workspaceId } = home;
    const nobody = { actorId: null, targetKind: 'test', targetId: null, details: {}, via: null, address: null };
    await insertAuditEntry({ ...nobody, workspaceId, action: 'test.begin' });
    const [conversationId = ''] = [await conversationOf({ ...home, ownerId: home.userId, ...ASKED, actor: home })];
    await insertRun({ workspaceId, conversationId, userId: home.userId, status: 'queued' });
    for (const role of [null, ...ROLES]) {
      const person = await insertPerson();
      actors.set(role, { userId: person.userId });
      const { userId } = person;
      if (role) await (await getDb()).insert(membership).values({ workspaceId: home.workspaceId, userId, role });
    }
  });

  test('every permission of a workspace is asked for', () => {
    const all = (Object.keys(PERMISSIONS) as Permission[]).filter((permission) => !ON_INSTANCE.has(permission));
    // Goes into one's own workspace only.
    expect([...Object.keys(PROBES), 'attachment.create'].toSorted()).toEqual(all.toSorted());
  });

  test.each(Object.keys(PROBES) as Permission[])('%s', async (permission) => {
    const [resource = '', action = ''] = permission.split('.');
    let asked = 0;
    for (const one of CASES) {
      const actor = actors.get(one.role);
      if (!actor) throw new Error('There is nobody with this role.');
      const ownerId = one.isOwn ? actor.userId : home.userId;
      const found = await PROBES[permission]?.({ ...one, actor, ownerId, workspaceId: home.workspaceId });
      if (found === null) continue;
      asked += 1;
      const thing = { kind: resource as ResourceKind, ownerId, isShown: one.isShown };
      const said = can({ kind: 'user', ...actor, role: one.role }, action as ActionOn<ResourceKind>, thing);
      expect(found, JSON.stringify(one)).toBe(said);
    }
    expect(asked).toBeGreaterThanOrEqual(2 * (ROLES.length + 1));
  });
});
