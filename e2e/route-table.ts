/**
 * Every route of the API with its method and who may use it. `app/api/route-table.test.ts` fails when a route is missing here;
 * `strangers.spec.ts` sends each of these to the running server without a session and with another person's key.
 */
import { PERMISSIONS, type Permission } from '../db/permissions/permissions';

/** Things of the owner that fill `[id]` in a path and `{…}` in a body. */
export type OwnedThing =
  | 'apiKey'
  | 'attachment'
  | 'context'
  | 'conversation'
  | 'mcpServer'
  | 'providerKey'
  /** One that is over, with files and contexts. */
  | 'run'
  | 'session'
  | 'team'
  | 'trustedOrigin'
  | 'user'
  /** A run that waits for a decision. */
  | 'waitingRun'
  | 'workspace';

export interface RouteCase {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** As the folders of `app` name it. */
  path: string;
  /** What of the permission table it asks for; `null` = anybody may. What a stranger is answered follows from it. */
  needs: Permission | null;
  /** What `[id]` is. */
  id?: OwnedThing;
  /** A valid body; `{workspace}` and so on stand for the owner's ids. */
  body?: Record<string, unknown>;
  /** A control whose moment may have passed when the owner asks: 409 or 422 then. */
  isControl?: true;
  /** A body that reaches for the owner's things, and the status that another person gets for it. */
  foreign?: { body: Record<string, unknown>; status: 403 | 404 | 422 };
}

/**
 * What another person without any role is answered. Everything but what is public answers 401 without a session or key; to another person:
 * own: 2xx, only what is theirs (the answer contains none of the owner's ids, a `foreign` body is refused);
 * object: 404, since `[id]` is not theirs; admin: 403, since the table gives it to nobody as their own.
 */
export function strangersAccess({ needs, id }: RouteCase): 'public' | 'own' | 'object' | 'admin' {
  if (needs === null) return 'public';
  if (PERMISSIONS[needs].own === null) return 'admin';
  return id ? 'object' : 'own';
}

const TEAM = { name: 'T', agents: [{ backend: { type: 'demo' } }] };
const RUN = { input: 'How many days has a leap year?', team: 'demo' };
const KEY = { provider: 'openai_compatible', apiKey: 'sk-a-key-for-nothing' };
const FOREIGN_KEY = { ...KEY, scope: 'workspace', workspaceId: '{workspace}' };

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

const people: RouteCase[] = [
  { method: 'GET', path: '/api/v1/me', needs: 'account.read' },
  { method: 'PATCH', path: '/api/v1/me', needs: 'account.write', body: { name: 'Other' } },
  {
    method: 'POST',
    path: '/api/v1/users',
    needs: 'person.create',
    body: { email: 'made-by-a-stranger@example.com', password: 'password1' },
  },
  { method: 'GET', path: '/api/v1/workspaces', needs: 'workspace.read' },
  { method: 'GET', path: '/api/v1/usage', needs: 'usage.read' },
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
  { method: 'GET', path: '/api/v1/conversations/[id]', needs: 'conversation.read', id: 'conversation' },
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
  { method: 'POST', path: '/api/v1/runs/[id]/stop', needs: 'run.control', isControl: true, id: 'waitingRun' },
  { method: 'GET', path: '/api/v1/runs/[id]/files', needs: 'run.read', id: 'run' },
  { method: 'GET', path: '/api/v1/runs/[id]/files/[...path]', needs: 'run.read', id: 'run' },
  { method: 'GET', path: '/api/v1/runs/[id]/files/comparison', needs: 'run.read', id: 'run' },
  { method: 'GET', path: '/api/v1/runs/[id]/contexts', needs: 'context.read', id: 'run' },
  { method: 'GET', path: '/api/v1/runs/[id]/contexts/delivered/[hash]', needs: 'context.read', id: 'run' },
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

const SERVER = { name: 'Mine', transport: { type: 'http', url: 'https://mcp.example.com/mcp' }, enabled: false };

const mcp: RouteCase[] = [
  { method: 'GET', path: '/api/v1/mcp/catalogue', needs: 'mcpServer.read' },
  { method: 'GET', path: '/api/v1/mcp/servers', needs: 'mcpServer.read' },
  {
    method: 'POST',
    path: '/api/v1/mcp/servers',
    needs: 'mcpServer.write',
    body: SERVER,
    foreign: { body: { ...SERVER, name: 'Theirs', workspaceId: '{workspace}' }, status: 404 },
  },
  {
    method: 'POST',
    path: '/api/v1/mcp/servers/import',
    needs: 'mcpServer.read',
    body: { mcpServers: { docs: { url: 'https://mcp.example.com/mcp' } } },
  },
  { method: 'GET', path: '/api/v1/mcp/servers/export', needs: 'mcpServer.read' },
  { method: 'GET', path: '/api/v1/mcp/servers/[id]', needs: 'mcpServer.read', id: 'mcpServer' },
  {
    method: 'PATCH',
    path: '/api/v1/mcp/servers/[id]',
    needs: 'mcpServer.write',
    id: 'mcpServer',
    body: { toolTimeoutSeconds: 60 },
  },
  { method: 'POST', path: '/api/v1/mcp/servers/[id]/test', needs: 'mcpServer.use', id: 'mcpServer' },
  { method: 'GET', path: '/api/v1/mcp/servers/[id]/tools', needs: 'mcpServer.read', id: 'mcpServer' },
  {
    method: 'PATCH',
    path: '/api/v1/mcp/servers/[id]/tools/[name]',
    needs: 'mcpServer.write',
    id: 'mcpServer',
    body: { state: 'approved', policy: 'allow' },
  },
  {
    method: 'POST',
    path: '/api/v1/mcp/servers/[id]/tools/[name]/call',
    needs: 'mcpServer.use',
    id: 'mcpServer',
    body: { arguments: { message: 'hello' } },
  },
  { method: 'GET', path: '/api/v1/mcp/servers/[id]/history', needs: 'mcpServer.read', id: 'mcpServer' },
  { method: 'DELETE', path: '/api/v1/mcp/servers/[id]', needs: 'mcpServer.write', id: 'mcpServer' },
];

export const ROUTES: RouteCase[] = [
  ...instance,
  ...people,
  ...trust,
  ...conversations,
  ...teams,
  ...mcp,
  ...runs,
  ...contexts,
  ...attachments,
];
