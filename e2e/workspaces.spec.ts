import type { Page } from '@playwright/test';
import { Api } from './support/api';
import { ADMIN } from './support/app-server';
import { expectAccessible } from './support/expect-accessible';
import { expect, test } from './support/fixtures';
import { ofType } from './support/of-type';
import { readEvents } from './support/read-events';
import { doubleTeam } from './support/teams';

const PASSWORD = 'correct horse battery staple';

test.slow();

/** Each sees by name that the other is there, writes and steers; what both ask next stands one behind the other. */
async function atOneRun(owner: Page, ada: Page): Promise<void> {
  await expect(owner.getByText('Ada is here').first()).toBeAttached();
  await expect(ada.getByText('Owner is here').first()).toBeAttached();
  const box = (page: Page) => page.getByRole('textbox', { name: 'Message' });
  await box(ada).fill('Mention the sea.');
  await expect(owner.getByRole('status').getByText('Ada is writing…')).toBeVisible();
  await box(ada).press('Control+Enter');
  await expect(owner.getByText('Ada is writing…')).toHaveCount(0);
  const main = (page: Page) => page.getByRole('main');
  await expect(owner.getByText('Ada: Mention the sea.').first()).toBeVisible();
  await expectAccessible(owner, 'a run at which somebody else looks');
  await box(owner).fill('And the hills.');
  await box(owner).press('Control+Enter');
  await expect(ada.getByText('owner: And the hills.').first()).toBeVisible();
  await box(ada).fill('What comes next?');
  await box(owner).fill('And then?');
  await Promise.all([box(ada).press('Enter'), box(owner).press('Enter')]);
  for (const page of [owner, ada])
    for (const question of ['What comes next?', 'And then?'])
      await expect(main(page).getByText(question).first()).toBeVisible();
}

/** How long after one page has sent a word of steering the other shows it, in milliseconds. */
async function steeringTakes(from: Page, to: Page, text: string): Promise<number> {
  const seen = to.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const look = () => document.body.textContent?.includes(wanted) && resolve(Date.now());
        new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true });
        look();
      }),
    text,
  );
  await from.getByRole('textbox', { name: 'Message' }).fill(text);
  const sent = from.evaluate(
    () =>
      new Promise<number>((resolve) =>
        document.addEventListener('keydown', () => resolve(Date.now()), { once: true, capture: true }),
      ),
  );
  await from.getByRole('textbox', { name: 'Message' }).press('Control+Enter');
  return (await seen) - (await sent);
}

/** The page of what is not there, or not theirs. */
async function expectNothing(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole('heading', { name: 'Nothing here' })).toBeVisible();
  expect(await page.content()).not.toContain('Write a long text.');
}

test('two people in two browsers: invited, at one run, and taken out of it', async ({
  api,
  app,
  browser,
  doubles,
  owner,
}) => {
  await owner.goto('/settings/workspaces');
  await owner.getByLabel('Name of the new workspace').fill('Night shift');
  await owner.getByRole('button', { name: 'Create workspace' }).click();
  await expect(owner.getByRole('heading', { name: 'Night shift', level: 1 })).toBeVisible();
  const workspaceId = owner.url().split('/').at(-1) ?? '';
  await owner.getByRole('button', { name: 'Create invite' }).click();
  const link = await owner.locator('code', { hasText: '/invite/' }).innerText();
  await expectAccessible(owner, 'a workspace');

  const context = await browser.newContext({ baseURL: app.url });
  const ada = await context.newPage();
  await ada.goto(link);
  await expect(ada.getByText('invites you to “Night shift”, as a member.')).toBeVisible();
  await expectAccessible(ada, 'an invite');
  await ada.getByLabel('E-mail').fill('ada@example.test');
  await ada.getByLabel('Your name').fill('Ada');
  await ada.getByLabel('Password').fill(PASSWORD);
  await ada.getByRole('button', { name: 'Create account and join' }).click();
  await expect(ada.getByRole('textbox', { name: 'Message' })).toBeVisible();
  await expect(ada.getByRole('combobox', { name: 'Workspace' })).toHaveValue(workspaceId);
  expect((await new Api(app.url, null).send('GET', `/api/v1/invites/${link.split('/').at(-1)}`)).status).toBe(404);

  // What the models of this workspace are worth everybody in it sees; switching it off is for administrators.
  await ada.goto('/settings/reliability');
  await expect(ada.getByText('Of “Night shift”.')).toBeVisible();
  await expect(ada.getByRole('switch')).toHaveCount(0);

  const team = doubleTeam(doubles, ['rate-10x3000']);
  const asked = { input: 'Write a long text.', team, workspaceId };
  const { run } = (await api.send('POST', '/api/v1/runs', asked)).body;
  const place = `/c/${run.conversationId}`;
  // Private until it is published.
  await expectNothing(ada, place);
  await owner.goto(place);
  await owner.getByRole('button', { name: 'Night shift · private' }).click();
  await owner.getByRole('menuitem', { name: 'Publish to Night shift' }).click();
  await expect(owner.getByRole('button', { name: 'Night shift · published' })).toBeVisible();
  await ada.goto(place);
  await expect(ada.getByRole('main').getByText('Write a long text.').first()).toBeVisible();
  await expect(ada.getByRole('button', { name: 'Night shift · published' })).toHaveCount(0);
  await atOneRun(owner, ada);
  // Each way three times; what else the machine does in a moment is no measure.
  const took: number[] = [];
  for (const round of [1, 2, 3]) {
    took.push(await steeringTakes(ada, owner, `Mention hill ${round}.`));
    took.push(await steeringTakes(owner, ada, `Mention dune ${round}.`));
  }
  took.sort((a, b) => a - b);
  expect(took[2], `milliseconds until the other sees it: ${took.join(', ')}`).toBeLessThan(200);

  const { conversation } = (await api.send('GET', `/api/v1/conversations/${run.conversationId}`)).body;
  expect(conversation.messages.filter(({ role }: { role: string }) => role === 'user')).toHaveLength(3);
  const steer = (path: string) =>
    ada.evaluate(
      async (url) =>
        (
          await fetch(url, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ text: 'Mention the sea.' }),
          })
        ).status,
      `/api/v1/runs/${path}/steer`,
    );
  expect(await steer(run.id)).toBeLessThan(300);
  const until = ({ type }: { type: string }) => type === 'steer.received';
  const { events } = await readEvents(app.url, run.id, { key: ADMIN.apiKey, until });
  expect(ofType(events, 'steer.received').at(0)?.by).toEqual({ userId: expect.any(String), name: 'Ada' });
  // A member neither renames nor deletes what somebody else has published.
  const change = (method: string) =>
    ada.evaluate(
      async ([url, verb]) =>
        (
          await fetch(url ?? '', {
            method: verb ?? '',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ title: 'Mine' }),
          })
        ).status,
      [`/api/v1/conversations/${run.conversationId}`, method],
    );
  expect([await change('PATCH'), await change('DELETE')]).toEqual([403, 403]);

  await owner.goto(`/settings/workspaces/${workspaceId}`);
  await owner.getByRole('button', { name: 'Remove Ada' }).click();
  await owner.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(owner.getByText('Ada is no longer a member.')).toBeVisible();
  expect(await steer(run.id)).toBe(404);
  await expectNothing(ada, place);
  const again = await readEvents(app.url, run.id, { key: ADMIN.apiKey, until });
  expect(ofType(again.events, 'steer.received').at(0)?.by?.name).toBe('a former member');
  const audit = await api.send('GET', `/api/v1/workspaces/${workspaceId}/audit?limit=100`);
  expect(audit.body.items.map(({ action }: { action: string }) => action)).toEqual([
    ...['member.remove', 'conversation.publish', 'member.join', 'invite.create', 'workspace.create'],
  ]);
  await api.send('POST', `/api/v1/runs/${run.id}/stop`, {});
  await context.close();
});

test('an API key may what its scope says, where its workspace is', async ({ api, app }) => {
  const { workspace } = (await api.send('POST', '/api/v1/workspaces', { name: 'Keys' })).body;
  const keyOf = async (more: object) =>
    new Api(app.url, (await api.send('POST', '/api/v1/api-keys', { name: 'Scoped', ...more })).body.key);
  const [reader, runner] = [await keyOf({ scope: 'read' }), await keyOf({ scope: 'run', workspaceId: workspace.id })];
  const RUN = { input: 'How many days has a leap year?', team: 'demo' };
  expect((await reader.send('GET', '/api/v1/conversations')).status).toBe(200);
  expect((await reader.send('POST', '/api/v1/runs', RUN)).status).toBe(403);
  expect((await reader.send('POST', '/api/v1/api-keys', { name: 'More' })).status).toBe(403);
  const { body, status } = await runner.send('POST', '/api/v1/runs', RUN);
  expect(status).toBe(202);
  expect((await runner.send('GET', '/api/v1/conversations')).body.items).toMatchObject([
    { id: body.run.conversationId, workspaceId: workspace.id },
  ]);
  const mine = (await api.send('POST', '/api/v1/conversations', { title: 'Elsewhere' })).body.conversation;
  expect((await runner.send('GET', `/api/v1/conversations/${mine.id}`)).status).toBe(404);
  const { items } = (await runner.send('GET', '/api/v1/workspaces')).body;
  expect(items.map(({ id }: { id: string }) => id)).toEqual([workspace.id]);
});

test('each thing shows where it lives, and a new team can be for everybody in a workspace', async ({
  api,
  doubles,
  owner,
}) => {
  const { workspace } = (await api.send('POST', '/api/v1/workspaces', { name: 'Day shift' })).body;
  const there = { workspaceId: workspace.id };
  const transport = { type: 'http', url: `${doubles.origin}/mcp` };
  const made = [
    await api.send('POST', '/api/v1/prompts', { name: 'Review', text: 'Review.', visibility: 'workspace', ...there }),
    await api.send('POST', '/api/v1/mcp/servers', { name: 'Desk', transport, approveTools: true, ...there }),
    await api.send('POST', '/api/v1/mcp/chains', {
      ...{ name: 'Echo twice', steps: [{ server: 'Desk', tool: 'echo', arguments: { message: 'x' } }] },
      ...there,
    }),
    await api.send('POST', '/api/v1/provider-keys', {
      ...{ provider: 'openai_compatible', apiKey: 'sk-a-key-for-nothing', scope: 'workspace' },
      ...there,
    }),
  ];
  expect(made.map(({ status }) => status)).toEqual([201, 201, 201, 201]);

  await owner.goto('/teams/new');
  await owner.getByLabel('Team name').fill('Lamp lighters');
  await owner.getByLabel('Who has it').selectOption('Everyone in Day shift');
  await owner.getByRole('button', { name: 'Save team' }).click();
  const team = owner.getByRole('listitem').filter({ has: owner.getByRole('heading', { name: /^Lamp lighters/ }) });
  await expect(team).toContainText('In Day shift');
  await expectAccessible(owner, 'teams with where they live');
  await team.getByRole('button', { name: 'Edit Lamp lighters' }).click();
  await expect(owner.getByText('In Day shift.')).toBeVisible();

  await owner.goto('/settings/prompts');
  await expect(owner.getByRole('listitem').filter({ hasText: 'Review' })).toContainText('In Day shift');
  await owner.goto('/settings/mcp');
  await expect(owner.getByRole('listitem').filter({ hasText: 'Desk' })).toContainText('In Day shift');
  const chains = owner.getByRole('list', { name: 'Chains' });
  await expect(chains.getByRole('listitem').filter({ hasText: 'Echo twice' })).toContainText('In Day shift');
  await expectAccessible(owner, 'servers and chains with where they live');
  await owner.getByRole('link', { name: 'Desk' }).click();
  await expect(owner.getByRole('listitem').filter({ hasText: 'Desk' }).first()).toContainText('In Day shift');
  await owner.setViewportSize({ width: 390, height: 844 });
  await owner.goto('/settings/models');
  const key = owner.getByText(/ends in hing/).first();
  await expect(key).toContainText('In Day shift');
  await expectAccessible(owner, 'models with whose keys there are, on a phone');
  expect(await owner.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);

  const place = `/api/v1/workspaces/${workspace.id}`;
  const audit = await api.send('GET', `${place}/audit?format=csv`);
  expect([audit.status, audit.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
  expect(audit.body).toContain('providerKey.set');
  expect(audit.body).not.toContain('sk-a-key');
  expect((await api.send('GET', `${place}/insights`)).body.insights.suggestions).toEqual([]);
  await api.send('DELETE', place);
});

test('the list shows the workspace one is in, also before one has ever been chosen', async ({
  api,
  doubles,
  owner,
}) => {
  const { workspace } = (await api.send('POST', '/api/v1/workspaces', { name: 'Late shift' })).body;
  await owner.context().clearCookies({ name: 'workspace' });
  await owner.goto('/');
  const list = owner.getByRole('navigation', { name: 'Conversations' });
  const ask = (input: string, place: object) =>
    api.send('POST', '/api/v1/runs', { input, team: doubleTeam(doubles, ['team-a']), ...place });
  await ask('A question of the late shift', { workspaceId: workspace.id });
  await ask('A question of my own', {});
  await expect(list.getByText('A question of my own')).toBeVisible();
  await expect(list.getByText('A question of the late shift')).toHaveCount(0);
});
