import type { RouteCase } from './route-case';
import { ROUTES, strangersAccess } from './route-table';
import { Api } from './support/api';
import { type AnswerCheck, readApiDocument } from './support/api-document';
import type { AppServer } from './support/app-server';
import { startCoders } from './support/coders-app';
import { test as base, expect, signIn } from './support/fixtures';
import { makeThings, type Spare, type Things } from './support/owned-things';

const PASSWORD = 'correct horse battery staple';

/** With Claude Code, so that there are files and approvals. */
const test = base.extend<object, { coders: AppServer }>({
  coders: [
    async ({ doubles, postgres }, use) => {
      const coders = await startCoders(doubles, postgres);
      await use(coders.app);
      await coders.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

const HASH = /^[0-9a-f]{64}$/;
/** Of what is no id. */
const SHAPES: Record<string, RegExp> = { hash: HASH, picture: HASH, token: /^[\w-]{43}$/ };

test.slow();

/** A person without any role on the instance. */
async function makeStranger(owner: Api): Promise<Api> {
  const { body } = await owner.send('POST', '/api/v1/users', { email: 'other@example.test', password: PASSWORD });
  const made = await owner.send('POST', '/api/v1/api-keys', { name: 'Test', userId: body.user.id });
  return new Api(owner.url, made.body.key);
}

/** The route's path with the owner's ids, and a body in which `{workspace}` and so on are the owner's ids. */
function aim(route: RouteCase, body: unknown, things: Things): { path: string; body: unknown } {
  const path = route.path
    .replace('[id]', route.id ? things[route.id] : '')
    .replace('[messageId]', things.message)
    .replace('[token]', things.token)
    .replace('[approvalId]', things.approval)
    .replace('[inviteId]', things.invite)
    .replace('[userId]', things.member)
    .replace('[hash]', things.hash)
    .replace('[contentHash]', things.picture)
    .replace('[name]', 'echo')
    .replace('[...path]', 'notes.md?slot=A');
  const text =
    body === undefined
      ? undefined
      : JSON.stringify(body).replace(/\{(\w+)\}/g, (_, name) => things[name as keyof Things] ?? name);
  return { path, body: text === undefined ? undefined : JSON.parse(text) };
}

/** What is deleted goes last, behind all that is asked of it; and what ends others' sessions behind what ends one. */
const ORDERED = [
  ...ROUTES.filter(({ method }) => method !== 'DELETE'),
  ...ROUTES.filter(({ method }) => method === 'DELETE'),
].filter(({ needs }) => needs !== null);

interface Owner {
  api: Api;
  check: AnswerCheck;
}

/** The owner gets what there is, as the API's document says it, or hears that the moment of a control has passed. */
async function expectThere(owner: Owner, route: RouteCase, things: Things): Promise<void> {
  const { path, body } = aim(route, route.body, things);
  const given = await owner.api.send(route.method, path, body);
  const { status, body: answer } = given;
  const name = `${route.method} ${path}, its owner: ${JSON.stringify(answer)?.slice(0, 300)}`;
  if (route.isControl && (status === 409 || status === 422)) return;
  expect(status, name).toBeGreaterThanOrEqual(200);
  expect(status, name).toBeLessThan(300);
  expect(owner.check(route.method, route.path, given), name).toBeNull();
}

async function expectRefused(stranger: Api, route: RouteCase, things: Things): Promise<void> {
  const name = `${route.method} ${route.path}`;
  const { path, body } = aim(route, route.body, things);
  const nobody = await new Api(stranger.url, null).send(route.method, path, body);
  expect(nobody.status, `${name}, no session`).toBe(401);
  const answer = await stranger.send(route.method, path, body);
  const access = strangersAccess(route);
  // What a step of a body names is a fault of the body: it is said with its path, as of a name that nothing has.
  const unknown = route.names === 'mcpServer' ? 422 : 404;
  if (access === 'object') expect(answer.status, `${name}, another person`).toBe(unknown);
  if (access === 'admin') expect(answer.status, `${name}, another person`).toBe(403);
  const isRefusedControl = route.isControl && (answer.status === 409 || answer.status === 422);
  if (access === 'own' && !isRefusedControl) expect(answer.status, `${name}, another person`).toBeLessThan(300);
  const text = JSON.stringify(answer.body);
  for (const id of Object.values(things)) expect(text, `${name} tells the owner's id`).not.toContain(id);
  if (!route.foreign) return;
  const reach = await stranger.send(route.method, path, aim(route, route.foreign.body, things).body);
  expect(reach.status, `${name}, reaching for the owner's things`).toBe(route.foreign.status);
}

/** Deletes, asked by the owner of one thing, by a stranger of another, which must still be there for its owner. */
async function expectKept(owner: Owner, stranger: Api, route: RouteCase, things: Things, spare: Spare): Promise<void> {
  await expectThere(owner, route, { ...things, ...spare });
  await expectRefused(stranger, route, things);
  if (route.id) await expectThere(owner, route, things);
}

test('every route gives its owner what there is, and another person nothing of it: no session 401, a stranger 404', async ({
  coders,
  doubles,
  browser,
}) => {
  const api = new Api(coders.url);
  const owner: Owner = { api, check: await readApiDocument(api) };
  const stranger = await makeStranger(api);
  const { things, spare } = await makeThings(api, doubles, async () =>
    signIn(await (await browser.newContext({ baseURL: coders.url })).newPage()),
  );
  for (const [name, id] of [...Object.entries(things), ...Object.entries(spare)])
    expect(id, name).toMatch(SHAPES[name] ?? /^[0-9a-f-]{36}$/);

  for (const route of ORDERED) {
    if (route.method === 'DELETE') {
      await expectKept(owner, stranger, route, things, spare);
      continue;
    }
    await expectThere(owner, route, things);
    await expectRefused(stranger, route, things);
  }
});
