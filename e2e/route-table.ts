/**
 * Every route of the API with its method and who may use it. `app/api/route-table.test.ts` fails when a route is missing here;
 * `strangers.spec.ts` sends each of these to the running server without a session and with another person's key.
 */

/** Things of the victim that fill `[id]` in a path and `{…}` in a body. */
export type OwnedThing =
  | 'apiKey'
  | 'attachment'
  | 'context'
  | 'conversation'
  | 'message'
  | 'providerKey'
  | 'run'
  | 'session'
  | 'team'
  | 'user'
  | 'workspace';

export interface RouteCase {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** As the folders of `app` name it. */
  path: string;
  /**
   * public: anybody may. Everything else answers 401 without a session or key, and to another person:
   * own: only what is theirs (the answer contains none of the victim's ids, a `foreign` body is refused);
   * object: 404, since `[id]` is the victim's; admin: 403, unless they are owner or administrator.
   */
  access: 'public' | 'own' | 'object' | 'admin';
  /** What `[id]` is. */
  id?: OwnedThing;
  /** A valid body; `{workspace}` and so on stand for the victim's ids. */
  body?: Record<string, unknown>;
  /** A body that reaches for the victim's things, and the status that another person gets for it. */
  foreign?: { body: Record<string, unknown>; status: 403 | 404 | 422 };
}

const TEAM = { name: 'T', agents: [{ backend: { type: 'demo' } }] };
const RUN = { input: 'How many days has a leap year?', team: 'demo' };
const KEY = { provider: 'openai_compatible', apiKey: 'sk-a-key-for-nothing' };
const FOREIGN_KEY = { ...KEY, scope: 'workspace', workspaceId: '{workspace}' };

const instance: RouteCase[] = [
  { method: 'GET', path: '/api/health', access: 'public' },
  { method: 'GET', path: '/api/ready', access: 'public' },
  // Set-up answers 409 once there is an owner.
  { method: 'POST', path: '/api/setup', access: 'public', body: { email: 'x@example.com', password: 'password1' } },
  { method: 'GET', path: '/api/auth/[...nextauth]', access: 'public' },
  { method: 'POST', path: '/api/auth/[...nextauth]', access: 'public' },
];

const people: RouteCase[] = [
  { method: 'GET', path: '/api/v1/me', access: 'own' },
  { method: 'PATCH', path: '/api/v1/me', access: 'own', body: { name: 'Other' } },
  {
    method: 'POST',
    path: '/api/v1/users',
    access: 'admin',
    body: { email: 'made-by-a-stranger@example.com', password: 'password1' },
  },
  { method: 'GET', path: '/api/v1/workspaces', access: 'own' },
  { method: 'GET', path: '/api/v1/usage', access: 'own' },
  { method: 'GET', path: '/api/v1/sessions', access: 'own' },
  { method: 'DELETE', path: '/api/v1/sessions', access: 'own' },
  { method: 'DELETE', path: '/api/v1/sessions/[id]', access: 'object', id: 'session' },
  { method: 'GET', path: '/api/v1/api-keys', access: 'own' },
  {
    method: 'POST',
    path: '/api/v1/api-keys',
    access: 'own',
    body: { name: 'Mine' },
    foreign: { body: { name: 'Yours', userId: '{user}' }, status: 403 },
  },
  { method: 'DELETE', path: '/api/v1/api-keys/[id]', access: 'object', id: 'apiKey' },
];

const conversations: RouteCase[] = [
  { method: 'GET', path: '/api/v1/conversations', access: 'own' },
  {
    method: 'POST',
    path: '/api/v1/conversations',
    access: 'own',
    body: { title: 'Mine' },
    foreign: { body: { title: 'Yours', workspaceId: '{workspace}' }, status: 422 },
  },
  { method: 'GET', path: '/api/v1/conversations/[id]', access: 'object', id: 'conversation' },
  { method: 'PATCH', path: '/api/v1/conversations/[id]', access: 'object', id: 'conversation', body: { title: 'X' } },
  { method: 'DELETE', path: '/api/v1/conversations/[id]', access: 'object', id: 'conversation' },
];

const teams: RouteCase[] = [
  { method: 'GET', path: '/api/v1/backends', access: 'own' },
  { method: 'GET', path: '/api/v1/teams', access: 'own' },
  {
    method: 'POST',
    path: '/api/v1/teams',
    access: 'own',
    body: TEAM,
    foreign: { body: { ...TEAM, workspaceId: '{workspace}' }, status: 404 },
  },
  { method: 'POST', path: '/api/v1/teams/validate', access: 'own', body: TEAM },
  { method: 'POST', path: '/api/v1/teams/import', access: 'own', body: TEAM },
  { method: 'GET', path: '/api/v1/teams/[id]/export', access: 'object', id: 'team' },
  { method: 'GET', path: '/api/v1/teams/[id]', access: 'object', id: 'team' },
  { method: 'PATCH', path: '/api/v1/teams/[id]', access: 'object', id: 'team', body: TEAM },
  { method: 'DELETE', path: '/api/v1/teams/[id]', access: 'object', id: 'team' },
  { method: 'GET', path: '/api/v1/provider-keys', access: 'own' },
  {
    method: 'POST',
    path: '/api/v1/provider-keys',
    access: 'own',
    body: KEY,
    foreign: { body: FOREIGN_KEY, status: 403 },
  },
  {
    method: 'PUT',
    path: '/api/v1/provider-keys',
    access: 'own',
    body: KEY,
    foreign: { body: FOREIGN_KEY, status: 403 },
  },
  { method: 'DELETE', path: '/api/v1/provider-keys/[id]', access: 'object', id: 'providerKey' },
];

const runs: RouteCase[] = [
  {
    method: 'POST',
    path: '/api/v1/runs',
    access: 'own',
    body: RUN,
    foreign: { body: { ...RUN, team: '{team}' }, status: 422 },
  },
  { method: 'POST', path: '/api/v1/conversations/[id]/runs', access: 'object', id: 'conversation', body: RUN },
  { method: 'GET', path: '/api/v1/runs/[id]', access: 'object', id: 'run' },
  { method: 'GET', path: '/api/v1/runs/[id]/events', access: 'object', id: 'run' },
  { method: 'POST', path: '/api/v1/runs/[id]/stop', access: 'object', id: 'run' },
  { method: 'POST', path: '/api/v1/runs/[id]/answer-now', access: 'object', id: 'run' },
  { method: 'POST', path: '/api/v1/runs/[id]/steer', access: 'object', id: 'run', body: { text: 'Stop here.' } },
  { method: 'POST', path: '/api/v1/runs/[id]/choose', access: 'object', id: 'run', body: { answerId: 'A.1' } },
  {
    method: 'POST',
    path: '/api/v1/runs/[id]/approvals/[approvalId]',
    access: 'object',
    id: 'run',
    body: { decision: 'deny', scope: 'once' },
  },
  { method: 'GET', path: '/api/v1/runs/[id]/files', access: 'object', id: 'run' },
  { method: 'GET', path: '/api/v1/runs/[id]/files/[...path]', access: 'object', id: 'run' },
  { method: 'GET', path: '/api/v1/runs/[id]/files/comparison', access: 'object', id: 'run' },
  { method: 'GET', path: '/api/v1/runs/[id]/contexts', access: 'object', id: 'run' },
  { method: 'GET', path: '/api/v1/runs/[id]/contexts/delivered/[hash]', access: 'object', id: 'run' },
  { method: 'GET', path: '/api/v1/runs/[id]/archive', access: 'object', id: 'run' },
];

const contexts: RouteCase[] = [
  { method: 'GET', path: '/api/v1/contexts/[id]', access: 'object', id: 'context' },
  { method: 'GET', path: '/api/v1/contexts/[id]/files/[...path]', access: 'object', id: 'context' },
  { method: 'GET', path: '/api/v1/contexts/[id]/diff', access: 'object', id: 'context' },
  { method: 'POST', path: '/api/v1/contexts/[id]/fork', access: 'object', id: 'context', body: RUN },
];

const attachments: RouteCase[] = [
  // Any text is a file.
  { method: 'POST', path: '/api/v1/attachments', access: 'own', body: { any: 'text' } },
  { method: 'GET', path: '/api/v1/attachments/[id]', access: 'object', id: 'attachment' },
  { method: 'GET', path: '/api/v1/attachments/[id]/content', access: 'object', id: 'attachment' },
  { method: 'DELETE', path: '/api/v1/attachments/[id]', access: 'object', id: 'attachment' },
];

export const ROUTES: RouteCase[] = [
  ...instance,
  ...people,
  ...conversations,
  ...teams,
  ...runs,
  ...contexts,
  ...attachments,
];
