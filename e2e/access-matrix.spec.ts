/**
 * Who may what: generated from the permission table, asked of the running server. Each cell is a person of some role, a key of some scope,
 * nobody or a link; an address; and a thing that is theirs, published or neither.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { PERMISSIONS, type Permission, SCOPES } from '../db/permissions/permissions';
import { type ActionOn, type Principal as Asks, can, type ResourceKind } from '../lib/platform/permissions/can';
import type { RouteCase } from './route-case';
import { ROUTES } from './route-table';
import { type Kind, MARK, makeWorld, OFFICE, type Principal, type Thing, type World } from './support/access-world';
import { test as base, expect } from './support/fixtures';
import { doubleTeam } from './support/teams';

const test = base.extend<object, { world: { get(): Promise<World> } }>({
  world: [
    async ({ app, doubles }, use) => {
      const { Api } = await import('./support/api');
      let world: Promise<World> | undefined;
      await use({
        get: () => {
          world ??= makeWorld(new Api(app.url), doubles);
          return world;
        },
      });
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});

/** What somebody needs to know that the thing is there. */
const READ: Record<Kind, Permission> = {
  conversation: 'conversation.read',
  run: 'run.read',
  team: 'team.read',
  prompt: 'prompt.read',
  providerKey: 'providerKey.read',
  mcpServer: 'mcpServer.read',
  share: 'share.read',
  teamWorkspace: 'workspace.read',
};

/** By what the table of routes fills `[id]` with. */
const kindOf = ({ id }: RouteCase): Kind | null => {
  if (id === 'waitingRun') return 'run';
  return id && id in READ ? (id as Kind) : null;
};
/** Would change who may what for those who come after: asked only of those who may not. */
const isLasting = ({ method, path }: RouteCase) => method === 'DELETE' || path.endsWith('/transfer');

/** Each person's own of a thing that others may know: the address of a link that they made, their sign-in to a server, what they asked. */
const PERSONAL = new Set([
  'POST /api/v1/shares/[id]/link',
  'DELETE /api/v1/mcp/servers/[id]/authorization',
  'PATCH /api/v1/runs/[id]',
]);
/** Of a run that has written files. */
const OF_FILES = '/api/v1/runs/[id]/archive';

const CASES = ROUTES.filter(
  (route) =>
    kindOf(route) &&
    !/\[(?!id\])/.test(route.path) &&
    !route.names &&
    !PERSONAL.has(`${route.method} ${route.path}`) &&
    route.path !== OF_FILES,
);

function may({ userId, role, reaches }: Principal, permission: Permission, { ownerId, isShown }: Thing): boolean {
  if (!reaches) return false;
  const [kind, action] = permission.split('.') as [ResourceKind, ActionOn<ResourceKind>];
  const who: Asks = { kind: 'user', userId: userId ?? 'nobody', role };
  return can(who, action, { kind, ownerId, isShown });
}

const isTooSmall = ({ scope }: Principal, needs: Permission) =>
  scope !== null && SCOPES.indexOf(scope) < SCOPES.indexOf(PERMISSIONS[needs].scope);

/** The answers that are right, in words and as a test. */
function expected(who: Principal, route: RouteCase, thing: Thing): { words: string; is: (status: number) => boolean } {
  const needs = route.needs as Permission;
  const only = (...right: number[]) => ({ words: right.join(' or '), is: (status: number) => right.includes(status) });
  if (who.api.key === null) return only(401);
  if (isTooSmall(who, needs)) return only(403);
  if (!may(who, READ[thing.kind], thing)) return only(404);
  if (!may(who, needs, thing)) return only(403, 404);
  const isPlainRead = route.method === 'GET' && thing.kind !== 'mcpServer' && !route.isControl;
  return isPlainRead
    ? { words: '2xx', is: (status) => status >= 200 && status < 300 }
    : // What is allowed may have no sense any more: the run is over, the server is switched off.
      { words: 'no refusal', is: (status) => status < 500 && ![401, 403, 404].includes(status) };
}

async function asks(who: Principal, route: RouteCase, thing: Thing, someone: string): Promise<number> {
  const body = route.body && JSON.parse(JSON.stringify(route.body).replace('{user}', someone));
  const { status } = await who.api.send(route.method, route.path.replace('[id]', thing.id), body);
  return status;
}

/** What somebody gets of a page, without what differs between two requests for it: its nonce, and the id in its address. */
async function pageAt(url: string, id: string, { cookie, flight }: { cookie?: string; flight?: boolean }) {
  const headers = { ...(cookie && { cookie }), ...(flight && { rsc: '1' }) };
  const response = await fetch(url, { headers, redirect: 'manual' });
  const text = await response.text();
  const same = text.replaceAll(id, 'ID').replace(/nonce(?:="|\\?":\\?")[^"\\]*/g, 'nonce');
  return { status: response.status, text, same };
}

/**
 * Whether two pages come to the same. In what portions a page is sent depends on the moment, so one that differs is asked for again: what
 * tells more of one address than of the other does so each time.
 */
async function expectSame(name: string, one: () => ReturnType<typeof pageAt>, other: () => ReturnType<typeof pageAt>) {
  const differs = async () => {
    const [{ status, same }, never] = [await one(), await other()];
    if (status !== never.status) return `${status} instead of ${never.status}`;
    return same === never.same ? 'nothing' : 'the text';
  };
  await expect.poll(differs, { message: `${name}: what differs`, intervals: [0] }).toBe('nothing');
}

// Each principal is asked behind the author, who is the first and gets 200.
test('pages show a thing to whom the table shows it, and others what they get for an id that nothing has', async ({
  app,
  world,
}) => {
  const { principals, things } = await world.get();
  const PAGES: Partial<Record<Kind, (id: string) => string>> = {
    conversation: (id) => `/c/${id}`,
    team: (id) => `/teams/${id}`,
    mcpServer: (id) => `/settings/mcp/${id}`,
    teamWorkspace: (id) => `/settings/workspaces/${id}`,
  };
  for (const thing of things) {
    const path = PAGES[thing.kind];
    if (!path) continue;
    const unknown = randomUUID();
    for (const { cookie, ...who } of principals.filter((who) => who.cookie || who.api.key === null)) {
      const given = await pageAt(app.url + path(thing.id), thing.id, { cookie });
      const name = `${who.name}: ${path(thing.id)}, ${thing.isShown ? 'published' : 'private'} ${thing.kind}`;
      const isHere = cookie !== undefined && may(who, READ[thing.kind], thing);
      if (!cookie) expect([302, 303, 307], name).toContain(given.status);
      else expect(given.status, name).toBe(isHere ? 200 : 404);
      expect(given.text.includes(thing.kind === 'teamWorkspace' ? OFFICE : MARK), name).toBe(isHere);
      if (isHere) continue;
      if (cookie) expect(given.text, name).toContain('Nothing here');
      // As a page, and as data for a page that is open.
      for (const flight of [false, true]) {
        const at = (id: string) => pageAt(app.url + path(id), id, { cookie, flight });
        expect((await at(thing.id)).text.includes(MARK), name).toBe(false);
        await expectSame(
          name,
          () => at(thing.id),
          () => at(unknown),
        );
      }
    }
  }
});

test('an invite that was taken back is answered as one that never was, with 404', async ({ app, world }) => {
  const { admin, workspaceId } = await world.get();
  const place = `/api/v1/workspaces/${workspaceId}/invites`;
  const { invite } = (await admin.api.send('POST', place, { role: 'viewer' })).body;
  const [token, never] = [invite.url.split('/').at(-1), randomBytes(32).toString('base64url')];
  expect((await pageAt(invite.url, token, {})).status).toBe(200);
  expect((await admin.api.send('DELETE', `${place}/${invite.id}`)).status).toBe(204);
  const [gone, unknown] = [await pageAt(invite.url, token, {}), await pageAt(`${app.url}/invite/${never}`, never, {})];
  expect([gone.status, gone.same]).toEqual([404, unknown.same]);
});

test('a link opens for those for whom it is, at its level, by REST, as a page and as a stream', async ({
  app,
  world,
}) => {
  const { author, principals, shown } = await world.get();
  const { conversationId, runId } = shown;
  const opens: Record<string, (who: Principal) => boolean> = {
    anyone: () => true,
    signedIn: ({ api }) => api.key !== null,
    workspace: ({ role, reaches }) => role !== null && reaches,
  };
  for (const level of ['final', 'answers', 'tools', 'files'] as const) {
    for (const [audience, isFor] of Object.entries(opens)) {
      const given = { conversationId, level, audience, title: MARK };
      const { body } = await author.api.send('POST', '/api/v1/shares', given);
      const token = body.share.url.split('/').at(-1);
      for (const who of principals) {
        const name = `${who.name}, a link for ${audience} at ${level}`;
        const status = isFor(who) ? 200 : 404;
        const at = `/api/v1/shared/${token}`;
        expect((await who.api.send('GET', at)).status, name).toBe(status);
        const events = await who.api.send('GET', `${at}/runs/${runId}/events`);
        expect(events.status, `${name}, events`).toBe(status);
        if (isFor(who))
          expect(String(events.body).includes('answer.posted'), `${name}, events`).toBe(level !== 'final');
        if (!who.cookie && who.api.key !== null) continue;
        const page = await pageAt(`${app.url}/share/${token}`, token, who);
        expect([page.status, page.text.includes(MARK)], `${name}, page`).toEqual([status, isFor(who)]);
        if (isFor(who)) continue;
        const unknown = randomBytes(32).toString('base64url');
        const shown = (id: string) => pageAt(`${app.url}/share/${id}`, id, who);
        await expectSame(
          name,
          () => shown(token),
          () => shown(unknown),
        );
      }
      expect((await author.api.send('DELETE', `/api/v1/shares/${body.share.id}`)).status).toBe(204);
      expect((await author.api.send('GET', `/api/v1/shared/${token}`)).status).toBe(404);
    }
  }
});

// Behind those that read: what may be changed is changed.
test('over REST each cell of the table answers what it says, its owner first', async ({ world }) => {
  const { author, principals, things } = await world.get();
  const wrong: string[] = [];
  let cells = 0;
  for (const route of CASES) {
    for (const thing of things.filter(({ kind }) => kind === kindOf(route))) {
      for (const who of principals) {
        const right = expected(who, route, thing);
        if (isLasting(route) && !right.words.startsWith('4')) continue;
        cells += 1;
        const status = await asks(who, route, thing, author.userId ?? '');
        if (right.is(status)) continue;
        const what = `${thing.isShown ? 'published' : 'private'} ${thing.kind}`;
        wrong.push(`${who.name}: ${route.method} ${route.path} of a ${what}: ${status} instead of ${right.words}`);
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(cells).toBeGreaterThan(500);
});

/** An open stream, and when it ends. */
async function follow(who: Principal, path: string) {
  const headers: Record<string, string> = who.api.key ? { authorization: `Bearer ${who.api.key}` } : {};
  const response = await fetch(`${who.api.url}${path}`, { headers });
  expect(response.status, `${who.name}: ${path}`).toBe(200);
  const reader = response.body?.getReader();
  await reader?.read();
  let isOpen = true;
  const ended = (async () => {
    while (!(await reader?.read())?.done);
    isOpen = false;
  })();
  return { isOpen: () => isOpen, ended, cancel: () => reader?.cancel() };
}

test('what is open ends within two seconds when the right to it has gone, and nothing else does', async ({
  doubles,
  world,
}) => {
  const { admin, author, principals, workspaceId } = await world.get();
  const named = (name: string) => principals.find((who) => who.name === name) as Principal;
  const [member, nobody, keyHere] = [named('Max'), named('nobody'), named('a key of this workspace')];
  const input = { input: 'Write a long text.', team: doubleTeam(doubles, ['slow']), workspaceId };
  const { run } = (await author.api.send('POST', '/api/v1/runs', input)).body;
  const { conversationId } = run;
  const show = (visibility: string) =>
    author.api.send('PATCH', `/api/v1/conversations/${conversationId}`, { visibility });
  await show('workspace');
  const link = async (audience: string, more: object = {}) => {
    const given = { conversationId, level: 'answers', mode: 'live', audience, ...more };
    const { share } = (await author.api.send('POST', '/api/v1/shares', given)).body;
    return { id: share.id, events: `/api/v1/shared/${share.url.split('/').at(-1)}/runs/${run.id}/events` };
  };
  const [open, inside] = [await link('anyone'), await link('workspace')];
  const lowered = await link('anyone');
  const expiresAt = new Date(Date.now() + 4_000);
  const ending = await link('anyone', { expiresAt: expiresAt.toISOString() });
  const byLowered = await follow(nobody, lowered.events);
  const byEnding = await follow(nobody, ending.events);
  const own = await follow(author, `/api/v1/runs/${run.id}/events`);
  const read = await follow(member, `/api/v1/runs/${run.id}/events`);
  const byLink = await follow(nobody, open.events);
  const byKey = await follow(keyHere, inside.events);
  const gone = (stream: { ended: Promise<void> }, within = 2_000) =>
    expect(Promise.race([stream.ended.then(() => 'ended'), new Promise((late) => setTimeout(late, within, 'late'))]));

  await show('private');
  await gone(read).resolves.toBe('ended');
  expect([own.isOpen(), byLink.isOpen(), byKey.isOpen()]).toEqual([true, true, true]);
  // One whose level is lowered is opened anew, at the lower level.
  await author.api.send('PATCH', `/api/v1/shares/${lowered.id}`, { level: 'final' });
  await gone(byLowered).resolves.toBe('ended');
  const anew = await follow(nobody, lowered.events);
  expect([byLink.isOpen(), anew.isOpen()]).toEqual([true, true]);
  await anew.cancel();
  await gone(byEnding, expiresAt.getTime() + 2_000 - Date.now()).resolves.toBe('ended');
  expect((await nobody.api.send('GET', ending.events)).status).toBe(404);
  await author.api.send('DELETE', `/api/v1/shares/${open.id}`);
  await gone(byLink).resolves.toBe('ended');
  await admin.api.send('DELETE', `/api/v1/workspaces/${workspaceId}/members/${member.userId}`);
  await gone(byKey).resolves.toBe('ended');
  expect(own.isOpen()).toBe(true);
  await author.api.send('POST', `/api/v1/runs/${run.id}/stop`, {});
  await own.ended;
});
