/**
 * Every route of the API with its method and who may use it. `app/api/route-table.test.ts` fails when a route is missing here;
 * `strangers.spec.ts` sends each of these to the running server without a session and with another person's key.
 */
import { PERMISSIONS } from '../db/permissions/permissions';
import { MCP_ROUTES } from './mcp-routes';
import { PROMPT_ROUTES } from './prompt-routes';
import type { RouteCase } from './route-case';
import { SHARE_ROUTES } from './share-routes';
import { WORKSPACE_ROUTES } from './workspace-routes';

/**
 * What another person without any role is answered. Everything but what is public answers 401 without a session or key; to another person:
 * own: 2xx, only what is theirs (the answer contains none of the owner's ids, a `foreign` body is refused);
 * object: 404, since `[id]`, or what the body names, is not theirs; admin: 403, since the table gives it to nobody as their own.
 */
export function strangersAccess({ needs, id, names }: RouteCase): 'public' | 'own' | 'object' | 'admin' {
  if (needs === null) return 'public';
  if (PERMISSIONS[needs].own === null) return 'admin';
  return id || names ? 'object' : 'own';
}

const TEAM = { name: 'T', agents: [{ backend: { type: 'demo' } }] };
const RUN = { input: 'How many days has a leap year?', team: 'demo' };
const KEY = { provider: 'openai_compatible', apiKey: 'sk-a-key-for-nothing' };
const FOREIGN_KEY = { ...KEY, scope: 'workspace', workspaceId: '{workspace}' };

/** As Claude exports one. */
const CHAT = {
  uuid: 'c',
  name: 'Imported',
  chat_messages: [{ uuid: 'm', sender: 'human', text: 'Hello.' }],
};

const instance: RouteCase[] = [
  { method: 'GET', path: '/api/health', needs: null },
  { method: 'GET', path: '/api/v1/openapi.json', needs: null },
  { method: 'GET', path: '/api/ready', needs: null },
  // Set-up answers 409 once there is an owner.
  { method: 'POST', path: '/api/setup', needs: null, body: { email: 'x@example.com', password: 'password1' } },
  { method: 'GET', path: '/api/auth/[...nextauth]', needs: null },
  { method: 'POST', path: '/api/auth/[...nextauth]', needs: null },
];

/** For the owner alone. */
const trust: RouteCase[] = [
  { method: 'GET', path: '/api/v1/trusted-origins', needs: 'trustedOrigin.manage' },
  {
    method: 'POST',
    path: '/api/v1/trusted-origins',
    needs: 'trustedOrigin.manage',
    body: { origin: 'http://127.0.0.1:40003' },
  },
  {
    method: 'PATCH',
    path: '/api/v1/trusted-origins/[id]',
    needs: 'trustedOrigin.manage',
    id: 'trustedOrigin',
    body: { forMembers: true },
  },
  { method: 'DELETE', path: '/api/v1/trusted-origins/[id]', needs: 'trustedOrigin.manage', id: 'trustedOrigin' },
];

/** Each person's own approvals; to give one takes the right to have commands run. */
const checkCommands: RouteCase[] = [
  { method: 'GET', path: '/api/v1/check-commands', needs: 'account.read' },
  {
    method: 'PUT',
    path: '/api/v1/check-commands',
    needs: 'claudeCode.run',
    body: { command: 'true', isApproved: true },
  },
];

const people: RouteCase[] = [
  { method: 'GET', path: '/api/v1/me', needs: 'account.read' },
  { method: 'PATCH', path: '/api/v1/me', needs: 'account.write', body: { name: 'Other' } },
  { method: 'DELETE', path: '/api/v1/me', needs: 'account.write', body: { password: 'wrong' }, isControl: true },
  { method: 'GET', path: '/api/v1/me/export', needs: 'account.read' },
  { method: 'GET', path: '/api/v1/me/retention', needs: 'account.read' },
  { method: 'GET', path: '/api/v1/me/settings', needs: 'account.read' },
  { method: 'PATCH', path: '/api/v1/me/settings', needs: 'account.write', body: { titles: 'model' } },
  // The owner of an instance with other people stays.
  { method: 'DELETE', path: '/api/v1/users/[id]', needs: 'person.create', id: 'user', isControl: true },
  {
    method: 'POST',
    path: '/api/v1/users',
    needs: 'person.create',
    body: { email: 'made-by-a-stranger@example.com', password: 'password1' },
  },
  { method: 'GET', path: '/api/v1/usage', needs: 'usage.read' },
  ...WORKSPACE_ROUTES,
  { method: 'GET', path: '/api/v1/workspaces/[id]/reliability', needs: 'reliability.read', id: 'workspace' },
  {
    method: 'PATCH',
    path: '/api/v1/workspaces/[id]/reliability',
    needs: 'reliability.manage',
    id: 'workspace',
    body: { isOn: true },
  },
  { method: 'DELETE', path: '/api/v1/workspaces/[id]/reliability', needs: 'reliability.manage', id: 'workspace' },
  { method: 'GET', path: '/api/v1/sessions', needs: 'account.read' },
  { method: 'DELETE', path: '/api/v1/sessions/[id]', needs: 'account.write', id: 'session' },
  // Ends the session that the line before is about.
  { method: 'DELETE', path: '/api/v1/sessions', needs: 'account.write' },
  { method: 'GET', path: '/api/v1/api-keys', needs: 'account.read' },
  {
    method: 'POST',
    path: '/api/v1/api-keys',
    needs: 'apiKey.create',
    body: { name: 'Mine' },
    foreign: { body: { name: 'Yours', userId: '{user}' }, status: 403 },
  },
  { method: 'DELETE', path: '/api/v1/api-keys/[id]', needs: 'account.write', id: 'apiKey' },
];

const conversations: RouteCase[] = [
  { method: 'GET', path: '/api/v1/conversations', needs: 'conversation.read' },
  {
    method: 'POST',
    path: '/api/v1/conversations',
    needs: 'conversation.create',
    body: { title: 'Mine' },
    foreign: { body: { title: 'Yours', workspaceId: '{workspace}' }, status: 422 },
  },
  { method: 'GET', path: '/api/v1/conversations/events', needs: 'conversation.read' },
  { method: 'GET', path: '/api/v1/search', needs: 'conversation.read' },
  { method: 'GET', path: '/api/v1/conversations/[id]', needs: 'conversation.read', id: 'conversation' },
  { method: 'GET', path: '/api/v1/conversations/[id]/export', needs: 'conversation.read', id: 'conversation' },
  { method: 'POST', path: '/api/v1/conversations/import', needs: 'conversation.create', body: CHAT },
  { method: 'GET', path: '/api/v1/imports/[id]', needs: 'account.read', id: 'import' },
  { method: 'GET', path: '/api/v1/imports/[id]/events', needs: 'account.read', id: 'import' },
  { method: 'GET', path: '/api/v1/conversations/[id]/turns', needs: 'conversation.read', id: 'conversation' },
  {
    method: 'GET',
    path: '/api/v1/conversations/[id]/messages/[messageId]',
    needs: 'conversation.read',
    id: 'conversation',
  },
  {
    method: 'PATCH',
    path: '/api/v1/conversations/[id]',
    needs: 'conversation.write',
    id: 'conversation',
    body: { title: 'X' },
  },
  { method: 'DELETE', path: '/api/v1/conversations/[id]', needs: 'conversation.delete', id: 'conversation' },
];

const teams: RouteCase[] = [
  { method: 'GET', path: '/api/v1/backends', needs: 'providerKey.use' },
  { method: 'GET', path: '/api/v1/teams', needs: 'team.read' },
  {
    method: 'POST',
    path: '/api/v1/teams',
    needs: 'team.create',
    body: TEAM,
    foreign: { body: { ...TEAM, workspaceId: '{workspace}' }, status: 404 },
  },
  { method: 'POST', path: '/api/v1/teams/validate', needs: 'team.read', body: TEAM },
  { method: 'POST', path: '/api/v1/teams/import', needs: 'team.read', body: TEAM },
  { method: 'GET', path: '/api/v1/teams/[id]/export', needs: 'team.read', id: 'team' },
  { method: 'GET', path: '/api/v1/teams/[id]', needs: 'team.read', id: 'team' },
  { method: 'PATCH', path: '/api/v1/teams/[id]', needs: 'team.write', id: 'team', body: TEAM },
  { method: 'DELETE', path: '/api/v1/teams/[id]', needs: 'team.write', id: 'team' },
  { method: 'GET', path: '/api/v1/provider-keys', needs: 'providerKey.read' },
  { method: 'POST', path: '/api/v1/provider-keys/check', needs: 'providerKey.use', body: KEY },
  { method: 'GET', path: '/api/v1/local-servers', needs: 'providerKey.use' },
  { method: 'POST', path: '/api/v1/local-servers/find', needs: 'trustedOrigin.manage' },
  {
    method: 'POST',
    path: '/api/v1/provider-keys',
    needs: 'providerKey.write',
    body: KEY,
    foreign: { body: FOREIGN_KEY, status: 403 },
  },
  {
    method: 'PUT',
    path: '/api/v1/provider-keys',
    needs: 'providerKey.write',
    body: KEY,
    foreign: { body: FOREIGN_KEY, status: 403 },
  },
  { method: 'DELETE', path: '/api/v1/provider-keys/[id]', needs: 'providerKey.write', id: 'providerKey' },
];

/** After which others would find nothing. */
const lastly: RouteCase[] = [{ method: 'DELETE', path: '/api/v1/conversations', needs: 'conversation.delete' }];

const runs: RouteCase[] = [
  {
    method: 'POST',
    path: '/api/v1/runs',
    needs: 'run.start',
    body: RUN,
    foreign: { body: { ...RUN, team: '{team}' }, status: 422 },
  },
  { method: 'POST', path: '/api/v1/conversations/[id]/runs', needs: 'run.start', id: 'conversation', body: RUN },
  { method: 'GET', path: '/api/v1/runs/[id]', needs: 'run.read', id: 'run' },
  {
    method: 'PATCH',
    path: '/api/v1/runs/[id]',
    needs: 'run.control',
    isControl: true,
    id: 'run',
    body: { input: 'Another one.' },
  },
  { method: 'GET', path: '/api/v1/runs/[id]/events', needs: 'run.read', id: 'run' },
  { method: 'POST', path: '/api/v1/runs/[id]/answer-now', needs: 'run.control', isControl: true, id: 'waitingRun' },
  {
    method: 'POST',
    path: '/api/v1/runs/[id]/ask-again',
    needs: 'run.control',
    isControl: true,
    id: 'waitingRun',
    body: { slot: 'A' },
  },
  {
    method: 'POST',
    path: '/api/v1/runs/[id]/steer',
    needs: 'run.control',
    isControl: true,
    id: 'waitingRun',
    body: { text: 'Stop here.' },
  },
  {
    method: 'POST',
    path: '/api/v1/runs/[id]/choose',
    needs: 'run.control',
    isControl: true,
    id: 'waitingRun',
    body: { answerId: 'A.1' },
  },
  {
    method: 'POST',
    path: '/api/v1/runs/[id]/approvals/[approvalId]',
    needs: 'approval.decide',
    isControl: true,
    id: 'waitingRun',
    body: { decision: 'deny', scope: 'once' },
  },
  { method: 'POST', path: '/api/v1/runs/[id]/kind', needs: 'run.control', id: 'run', body: { kind: 'code' } },
  { method: 'POST', path: '/api/v1/runs/[id]/stop', needs: 'run.control', isControl: true, id: 'waitingRun' },
  { method: 'GET', path: '/api/v1/runs/[id]/files', needs: 'runFile.read', id: 'run' },
  { method: 'GET', path: '/api/v1/runs/[id]/files/[...path]', needs: 'runFile.read', id: 'run' },
  { method: 'GET', path: '/api/v1/runs/[id]/files/comparison', needs: 'run.read', id: 'run' },
  { method: 'GET', path: '/api/v1/runs/[id]/contexts', needs: 'context.read', id: 'run' },
  { method: 'GET', path: '/api/v1/runs/[id]/contexts/delivered/[hash]', needs: 'context.read', id: 'run' },
  { method: 'GET', path: '/api/v1/runs/[id]/results/[contentHash]', needs: 'run.read', id: 'picturedRun' },
  { method: 'GET', path: '/api/v1/runs/[id]/archive', needs: 'run.read', id: 'run' },
];

const contexts: RouteCase[] = [
  { method: 'GET', path: '/api/v1/contexts/[id]', needs: 'context.read', id: 'context' },
  { method: 'GET', path: '/api/v1/contexts/[id]/files/[...path]', needs: 'context.read', id: 'context' },
  { method: 'GET', path: '/api/v1/contexts/[id]/diff', needs: 'context.read', id: 'context' },
  { method: 'POST', path: '/api/v1/contexts/[id]/fork', needs: 'context.fork', id: 'context', body: RUN },
];

const attachments: RouteCase[] = [
  // Any text is a file.
  { method: 'POST', path: '/api/v1/attachments', needs: 'attachment.create', body: { any: 'text' } },
  { method: 'GET', path: '/api/v1/attachments/[id]', needs: 'attachment.read', id: 'attachment' },
  { method: 'GET', path: '/api/v1/attachments/[id]/content', needs: 'attachment.read', id: 'attachment' },
  { method: 'DELETE', path: '/api/v1/attachments/[id]', needs: 'attachment.delete', id: 'attachment' },
];

export const ROUTES: RouteCase[] = [
  ...instance,
  ...people,
  ...trust,
  ...checkCommands,
  // Before the conversations that they show are deleted.
  ...SHARE_ROUTES,
  ...conversations,
  ...teams,
  ...MCP_ROUTES,
  ...runs,
  ...contexts,
  ...attachments,
  ...PROMPT_ROUTES,
  ...lastly,
];
