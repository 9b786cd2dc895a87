import type { Role, Scope } from '../../db/permissions/permissions';
import type { Doubles } from '../doubles/start-doubles';
import { Api } from './api';
import { readEvents } from './read-events';
import { doubleTeam } from './teams';

const PASSWORD = 'correct horse battery staple';
/** Stands in each thing that a page shows. */
export const MARK = 'Zanzibar';
/** The name of the workspace, which stands in the menu of all its members. */
export const OFFICE = 'Quito';

/** Who asks: a person by a key that may all, a key of somebody that may less, or nobody. */
export interface Principal {
  name: string;
  api: Api;
  userId: string | null;
  /** In the workspace of the things. */
  role: Role | null;
  /** `null` = all that its owner may. */
  scope: Scope | null;
  /** False for a key of another workspace. */
  reaches: boolean;
  /** How a browser of theirs is signed in; absent = it has no session. */
  cookie?: string;
}

export type Kind = 'conversation' | 'run' | 'team' | 'prompt' | 'providerKey' | 'mcpServer' | 'share' | 'teamWorkspace';

export interface Thing {
  kind: Kind;
  id: string;
  ownerId: string | null;
  isShown: boolean;
}

export interface World {
  workspaceId: string;
  /** Everybody, the author of the things first. */
  principals: Principal[];
  author: Principal;
  admin: Principal;
  things: Thing[];
  shown: { conversationId: string; runId: string; leafId: string };
}

async function answered(api: Api, method: string, path: string, body?: object) {
  const { status, body: answer } = await api.send(method, path, body);
  if (status >= 300) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(answer)}`);
  return answer;
}

/** A session, made as the sign-in page makes it. */
async function signedIn(url: string, email: string): Promise<string> {
  const cookies = new Map<string, string>();
  const send = async (path: string, init: RequestInit = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(`${url}${path}`, {
      ...init,
      headers: { ...init.headers, cookie },
      redirect: 'manual',
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    return response;
  };
  const { csrfToken } = (await (await send('/api/auth/csrf')).json()) as { csrfToken: string };
  const body = new URLSearchParams({ email, password: PASSWORD, csrfToken, json: 'true' });
  const { ok, status } = await send('/api/auth/callback/credentials', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: url },
    body,
  });
  if (!ok) throw new Error(`${email} could not sign in: ${status}`);
  return [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
}

/** A workspace with a person of each role and one of each thing, private and published, and people and keys that do not reach it. */
export async function makeWorld(instance: Api, doubles: Doubles): Promise<World> {
  const { url } = instance;
  const person = async (name: string): Promise<Principal> => {
    const email = `${name.toLowerCase()}@example.test`;
    const { user } = await answered(instance, 'POST', '/api/v1/users', { email, name, password: PASSWORD });
    const { key } = await answered(instance, 'POST', '/api/v1/api-keys', { name, userId: user.id });
    const cookie = await signedIn(url, email);
    return { name, api: new Api(url, key), userId: user.id, role: null, scope: null, reaches: true, cookie };
  };
  const [owner, admin, author, member, viewer, outsider] = [
    ...[await person('Olga'), await person('Adam'), await person('Mia')],
    ...[await person('Max'), await person('Vic'), await person('Eve')],
  ] as [Principal, Principal, Principal, Principal, Principal, Principal];
  const { workspace } = await answered(owner.api, 'POST', '/api/v1/workspaces', { name: OFFICE });
  owner.role = 'owner';
  for (const [who, role] of [
    [admin, 'admin'],
    [author, 'member'],
    [member, 'member'],
    [viewer, 'viewer'],
  ] as const) {
    const place = `/api/v1/workspaces/${workspace.id}/invites`;
    const { invite } = await answered(owner.api, 'POST', place, { role });
    await answered(who.api, 'POST', `/api/v1/invites/${invite.url.split('/').at(-1)}/accept`, {});
    who.role = role;
  }
  const keyOf = async (who: Principal, name: string, scope: Scope, workspaceId?: string): Promise<Principal> => {
    const { key } = await answered(who.api, 'POST', '/api/v1/api-keys', {
      name,
      scope,
      ...(workspaceId && { workspaceId }),
    });
    const reaches = workspaceId === undefined || workspaceId === workspace.id;
    const { cookie: _, ...rest } = who;
    return { ...rest, name, api: new Api(url, key), scope, reaches };
  };
  const home = async (who: Principal) => (await answered(who.api, 'GET', '/api/v1/workspaces')).items[0].id as string;
  const principals = [
    ...[author, owner, admin, member, viewer, outsider],
    { ...outsider, name: 'the owner of the instance', api: instance, cookie: undefined, userId: null },
    { ...outsider, name: 'nobody', api: new Api(url, null), cookie: undefined, userId: null },
    await keyOf(author, 'a reading key of the author', 'read'),
    await keyOf(member, 'a reading key of a member', 'read'),
    await keyOf(member, 'a running key of a member', 'run'),
    await keyOf(member, 'a key of this workspace', 'manage', workspace.id),
    await keyOf(author, 'a key of another workspace', 'manage', await home(author)),
  ];

  const { id: workspaceId } = workspace;
  const made = async (who: Principal, path: string, name: string, body: object) =>
    (await answered(who.api, 'POST', path, { ...body, workspaceId }))[name].id as string;
  const asked = async () => {
    const input = { input: `${MARK}?`, team: doubleTeam(doubles, ['team-a']), workspaceId };
    const { run } = await answered(author.api, 'POST', '/api/v1/runs', input);
    await readEvents(url, run.id, { key: author.api.key ?? '' });
    const { conversation } = await answered(author.api, 'GET', `/api/v1/conversations/${run.conversationId}`);
    return { conversationId: run.conversationId, runId: run.id, leafId: conversation.activeLeafId } as World['shown'];
  };
  const [kept, shown] = [await asked(), await asked()];
  await answered(author.api, 'PATCH', `/api/v1/conversations/${shown.conversationId}`, { visibility: 'workspace' });
  const share = async ({ conversationId }: World['shown']) =>
    (await answered(author.api, 'POST', '/api/v1/shares', { conversationId, level: 'final' })).share.id as string;
  const own = { ownerId: author.userId };
  const ours = { ownerId: null, isShown: true };
  const team = { name: `${MARK} team`, agents: [{ backend: { type: 'demo' } }] };
  const server = { name: `${MARK} server`, transport: { type: 'http', url: `${doubles.origin}/mcp` }, enabled: false };
  const key = { provider: 'openai_compatible', apiKey: 'sk-a-key-for-nothing', scope: 'workspace' };
  const things: Thing[] = [
    { kind: 'conversation', id: kept.conversationId, ...own, isShown: false },
    { kind: 'conversation', id: shown.conversationId, ...own, isShown: true },
    { kind: 'run', id: kept.runId, ...own, isShown: false },
    { kind: 'run', id: shown.runId, ...own, isShown: true },
    { kind: 'share', id: await share(kept), ...own, isShown: false },
    { kind: 'share', id: await share(shown), ...own, isShown: true },
    { kind: 'team', id: await made(author, '/api/v1/teams', 'team', team), ...own, isShown: true },
    {
      ...{ kind: 'prompt', ...own, isShown: true },
      id: await made(author, '/api/v1/prompts', 'prompt', { name: MARK, text: 'Hello.', visibility: 'workspace' }),
    },
    { kind: 'providerKey', id: await made(admin, '/api/v1/provider-keys', 'providerKey', key), ...ours },
    { kind: 'mcpServer', id: await made(admin, '/api/v1/mcp/servers', 'server', server), ...ours },
    { kind: 'teamWorkspace', id: workspaceId, ...ours },
  ];
  return { workspaceId, principals, author, admin, things, shown };
}
