import { ROUTES, type RouteCase } from './route-table';
import { Api } from './support/api';
import { expect, test } from './support/fixtures';
import { waitFor } from './support/wait-for';

const PASSWORD = 'correct horse battery staple';
type Ids = Record<string, string>;

/** A person without any role on the instance, and a key of theirs. */
async function makePerson(owner: Api, email: string): Promise<{ id: string; apiKeyId: string; api: Api }> {
  const { body } = await owner.send('POST', '/api/v1/users', { email, password: PASSWORD });
  const made = await owner.send('POST', '/api/v1/api-keys', { name: 'Test', userId: body.user.id });
  return { id: body.user.id, apiKeyId: made.body.apiKey.id, api: new Api(owner.url, made.body.key) };
}

/** One of everything that a person can own. */
async function makeThings(
  victim: { id: string; apiKeyId: string; api: Api },
  signIn: () => Promise<unknown>,
): Promise<Ids> {
  const { api } = victim;
  await signIn();
  const team = { name: 'T', agents: [{ backend: { type: 'demo' } }] };
  const sharingTeam = {
    name: 'S',
    agents: [{ backend: { type: 'demo' } }, { backend: { type: 'demo' } }],
    coordination: { contextSharing: { enabled: true } },
  };
  const key = { provider: 'openai_compatible', apiKey: 'sk-a-key-for-nothing' };
  const conversation = (await api.send('POST', '/api/v1/conversations', { title: 'Private' })).body.conversation;
  const run = (
    await api.send('POST', `/api/v1/conversations/${conversation.id}/runs`, {
      input: 'What is 2 + 2?',
      team: sharingTeam,
    })
  ).body.run;
  const messages = (await api.send('GET', `/api/v1/conversations/${conversation.id}`)).body.conversation.messages;
  const context = await waitFor('a context of the run', 30_000, async () => {
    return (await api.send('GET', `/api/v1/runs/${run.id}/contexts`)).body.items[0];
  });
  return {
    context: context.id,
    attachment: (await api.send('POST', '/api/v1/attachments', { any: 'text' })).body.attachment.id,
    user: victim.id,
    apiKey: victim.apiKeyId,
    conversation: conversation.id,
    message: messages[0].id,
    run: run.id,
    workspace: (await api.send('GET', '/api/v1/workspaces')).body.items[0].id,
    session: (await api.send('GET', '/api/v1/sessions')).body.items[0].id,
    team: (await api.send('POST', '/api/v1/teams', team)).body.team.id,
    providerKey: (await api.send('POST', '/api/v1/provider-keys', key)).body.providerKey.id,
  };
}

/** The route's path with the victim's id, and a body in which `{workspace}` and so on are the victim's ids. */
function aim(route: RouteCase, body: unknown, ids: Ids): { path: string; body: unknown } {
  const path = route.path
    .replace('[id]', ids[route.id ?? ''] ?? '')
    .replace('[approvalId]', '01890000-0000-7000-8000-000000000000')
    .replace('[hash]', 'a'.repeat(64))
    .replace('[...path]', 'notes.md?slot=A')
    .replace('[...nextauth]', route.method === 'GET' ? 'providers' : 'signout');
  const text =
    body === undefined ? undefined : JSON.stringify(body).replace(/\{(\w+)\}/g, (_, name) => ids[name] ?? name);
  return { path, body: text === undefined ? undefined : JSON.parse(text) };
}

test('a stranger gets nothing from any route: no session 401, another person 404', async ({ app, api, browser }) => {
  const victim = await makePerson(api, 'victim@example.test');
  const other = await makePerson(api, 'other@example.test');
  const ids = await makeThings(victim, async () => {
    const page = await (await browser.newContext({ baseURL: app.url })).newPage();
    await page.goto('/signin');
    await page.getByLabel('E-mail').fill('victim@example.test');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.waitForURL('/');
  });
  for (const [name, id] of Object.entries(ids)) expect(id, name).toMatch(/^[0-9a-f-]{36}$/);
  const nobody = new Api(app.url, null);

  for (const route of ROUTES) {
    const name = `${route.method} ${route.path}`;
    const { path, body } = aim(route, route.body, ids);
    if (route.access === 'public') continue;
    expect((await nobody.send(route.method, path, body)).status, `${name}, no session`).toBe(401);
    const answer = await other.api.send(route.method, path, body);
    if (route.access === 'object') expect(answer.status, `${name}, other person`).toBe(404);
    if (route.access === 'admin') expect(answer.status, `${name}, other person`).toBe(403);
    if (route.access === 'own') expect(answer.status, `${name}, other person`).toBeLessThan(300);
    const text = JSON.stringify(answer.body);
    for (const id of Object.values(ids)) expect(text, `${name} tells the victim's id`).not.toContain(id);
    if (!route.foreign) continue;
    const reach = await other.api.send(route.method, path, aim(route, route.foreign.body, ids).body);
    expect(reach.status, `${name}, reaching for the victim's things`).toBe(route.foreign.status);
  }
  // The victim still has everything.
  expect((await victim.api.send('GET', `/api/v1/conversations/${ids.conversation}`)).status).toBe(200);
  expect((await victim.api.send('GET', `/api/v1/teams/${ids.team}`)).status).toBe(200);
});
