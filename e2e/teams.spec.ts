import type { Page } from '@playwright/test';
import { Api } from './support/api';
import { ADMIN } from './support/app-server';
import { chooseTeam } from './support/choose-team';
import { expect, signIn, test } from './support/fixtures';
import { readEvents } from './support/read-events';
import { doubleTeam } from './support/teams';

const PASSWORD = 'correct horse battery staple';
const agent = (page: Page, slot: string) => page.getByRole('group', { name: `Agent ${slot}` });

test('a preset is duplicated, edited with faults at their fields, saved, chosen and run', async ({
  doubles,
  owner,
}) => {
  doubles.journal.clear();
  await owner.goto('/teams');
  await owner.getByRole('button', { name: 'Duplicate Demo team' }).click();
  await expect(owner).toHaveURL(/\/teams\/[0-9a-f-]{36}$/);
  await owner.getByLabel('Team name').fill('Keepers');

  await owner.getByRole('button', { name: 'Remove agent B' }).click();
  await expect(agent(owner, 'B')).toHaveCount(0);
  await agent(owner, 'A').getByLabel('Backend').selectOption('openai_compatible');
  await expect(agent(owner, 'A').getByLabel('Model')).toHaveAccessibleDescription('Give the model’s name.');
  await agent(owner, 'A').getByLabel('Model').fill('team-a');
  await agent(owner, 'A').getByLabel('Base URL').fill('http://127.0.0.1:9/v1');
  await expect(agent(owner, 'A').getByLabel('Base URL')).toHaveAccessibleDescription(/Private addresses are refused/);
  await expect(owner.getByRole('button', { name: 'Save team' })).toBeDisabled();
  await agent(owner, 'A').getByLabel('Base URL').fill(`${doubles.origin}/v1`);
  await agent(owner, 'A').getByLabel('System message').fill('Think as a lighthouse keeper does.');
  await agent(owner, 'C').getByLabel('Model').fill('demo-reviw');
  await expect(agent(owner, 'C').getByLabel('Model')).toHaveAccessibleDescription(/Did you mean “demo-review”/);
  await agent(owner, 'C').getByLabel('Backend').selectOption('openai_compatible');
  await agent(owner, 'C').getByLabel('Model').fill('team-b');
  await agent(owner, 'C').getByLabel('Base URL').fill(`${doubles.origin}/v1`);
  await owner.getByRole('button', { name: 'Add agent' }).click();
  // The first free letter, with the backend of the last agent.
  await expect(agent(owner, 'B').getByLabel('Base URL')).toHaveValue(`${doubles.origin}/v1`);
  await agent(owner, 'B').getByLabel('Name').fill('Third');
  await expect(owner.getByRole('button', { name: 'Save team' })).toBeEnabled();
  await owner.getByRole('button', { name: 'Save team' }).click();
  await expect(owner).toHaveURL(/\/teams$/);

  await owner.getByRole('button', { name: 'Edit Keepers' }).click();
  await expect(agent(owner, 'A').getByLabel('System message')).toHaveValue('Think as a lighthouse keeper does.');
  await expect(agent(owner, 'A').getByLabel('Model')).toHaveValue('team-a');
  await owner.getByRole('link', { name: 'New chat' }).click();
  await chooseTeam(owner, 'Keepers');
  await owner.getByRole('textbox', { name: 'Message' }).fill('How far does the light reach?');
  await owner.getByRole('button', { name: 'Send' }).click();
  await expect(owner.getByRole('heading', { name: 'Final answer' })).toBeVisible({ timeout: 30_000 });
  const asked = doubles.journal
    .items()
    .map(({ body }) => body as { model?: string } | null)
    .filter((body) => JSON.stringify(body).includes('How far does the light reach?'));
  expect(new Set(asked.map((body) => body?.model))).toEqual(new Set(['team-a', 'team-b']));
  for (const body of asked) {
    expect(JSON.stringify(body).includes('lighthouse keeper'), body?.model).toBe(body?.model === 'team-a');
  }
});

test('a team is deleted after a question, and can no longer be chosen', async ({ api, owner }) => {
  const team = { name: 'Short-lived', agents: [{ backend: { type: 'demo' } }] };
  const { id } = (await api.send('POST', '/api/v1/teams', team)).body.team;
  await owner.goto('/teams');
  await owner.getByRole('button', { name: 'Delete Short-lived' }).click();
  await owner.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  expect((await api.send('GET', `/api/v1/teams/${id}`)).status).toBe(200);
  await owner.getByRole('button', { name: 'Delete Short-lived' }).click();
  await owner.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(owner.getByRole('heading', { name: 'Short-lived' })).toHaveCount(0);
  expect((await api.send('GET', `/api/v1/teams/${id}`)).status).toBe(404);
  expect((await api.send('POST', '/api/v1/runs', { input: 'Hello', team: id })).status).toBe(422);
});

test('a provider key stored in settings goes to the model, and nowhere else', async ({
  api,
  app,
  browser,
  doubles,
}) => {
  const email = 'key-holder@example.test';
  const { body } = await api.send('POST', '/api/v1/users', { email, password: PASSWORD });
  const made = await api.send('POST', '/api/v1/api-keys', { name: 'Test', userId: body.user.id });
  const holder = new Api(app.url, made.body.key);
  const secret = 'sk-a-secret-of-the-holder-4711';
  const page = await (await browser.newContext({ baseURL: app.url })).newPage();
  await signIn(page, { email, password: PASSWORD });
  await page.goto('/settings/models');
  await page.getByRole('button', { name: 'Enter address OpenAI-compatible server' }).click();
  const form = page.getByRole('form', { name: 'Key for OpenAI-compatible server' });
  await form.getByLabel('Base URL').fill(`${doubles.origin}/v1`);
  // One that the provider refuses is not stored in place of anything.
  await form.getByLabel('Key', { exact: true }).fill('bad-key');
  await form.getByRole('button', { name: 'Check and store' }).click();
  await expect(form.getByText('This key is not valid.')).toBeVisible();
  expect((await holder.send('GET', '/api/v1/provider-keys')).body.items).toEqual([]);
  await form.getByLabel('Key', { exact: true }).fill(secret);
  await form.getByRole('button', { name: 'Check and store' }).click();
  await expect(page.getByText('ends in 4711')).toBeVisible();
  await page.reload();
  expect(await page.content()).not.toContain(secret);

  const authorizations = async (question: string) => {
    doubles.journal.clear();
    const run = await holder.startRun(question, doubleTeam(doubles, ['team-a']));
    const { lines } = await readEvents(app.url, run.id, { key: made.body.key });
    expect([...lines.values()].join('\n')).not.toContain(secret);
    for (const path of [`runs/${run.id}`, 'provider-keys', 'backends', 'teams', 'me']) {
      expect(JSON.stringify((await holder.send('GET', `/api/v1/${path}`)).body), path).not.toContain(secret);
    }
    const asked = doubles.journal.items().filter((entry) => JSON.stringify(entry.body).includes(question));
    expect(asked.length).toBeGreaterThan(0);
    return asked.map(({ headers }) => headers.authorization);
  };
  expect(new Set(await authorizations('Is the key sent?'))).toEqual(new Set([`Bearer ${secret}`]));
  await page.getByRole('button', { name: /^Remove key / }).click();
  await expect(page.getByText('The key has been removed.')).toBeVisible();
  for (const header of await authorizations('Is the key gone?')) expect(header ?? '').not.toContain(secret);
  expect(app.output()).not.toContain(secret);
  expect((await new Api(app.url, ADMIN.apiKey).send('GET', '/api/v1/provider-keys')).body.items).toEqual([]);
  await page.context().close();
});

test('parameters are given by name and value, with what is wrong or odd beside them', async ({ api, owner }) => {
  await owner.goto('/teams/new');
  await owner.getByLabel('Team name').fill('With parameters');
  const a = agent(owner, 'A');
  const row = (number: number) =>
    a
      .getByRole('textbox', { name: `Name of parameter ${number}` })
      .or(a.getByRole('combobox', { name: `Name of parameter ${number}` }));
  const value = (name: string) => a.getByRole('textbox', { name: `Value of ${name}` });
  await a.getByLabel('Backend').selectOption('claude_code');
  await a.getByLabel('Model').fill('sonnet');
  await a.getByRole('button', { name: 'Add a parameter to agent A' }).click();
  const known = owner.locator(`#${await row(1).getAttribute('list')} option`);
  expect(await known.evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value))).toContain(
    'maxTurns',
  );
  await row(1).fill('maxTurns');
  await value('maxTurns').fill('0');
  await expect(value('maxTurns')).toHaveAccessibleDescription('Give a whole number from 1 to 1000.');
  await expect(owner.getByRole('button', { name: 'Save team' })).toBeDisabled();

  await a.getByLabel('Backend').selectOption('claude');
  await a.getByLabel('Model').fill('claude-sonnet-4-5');
  await a.getByRole('button', { name: 'Add a parameter to agent A' }).click();
  await row(1).fill('temperatur');
  await value('temperatur').fill('0.5');
  await expect(value('temperatur')).toHaveAccessibleDescription(/Did you mean “temperature”/);
  await row(1).fill('temperature');
  await a.getByRole('button', { name: 'Add a parameter to agent A' }).click();
  await row(2).fill('stop_sequences');
  await value('stop_sequences').fill('["END"');
  await expect(value('stop_sequences')).toHaveAccessibleDescription(/This is not valid JSON/);
  // A broken value cannot be lost on the way: the team is not saved without it.
  await owner.getByRole('button', { name: 'Save team' }).click();
  await expect(value('stop_sequences')).toBeFocused();
  await expect(owner).toHaveURL(/\/teams\/new$/);
  await value('stop_sequences').fill('["END"]');

  await a.getByRole('button', { name: 'Add a fallback to agent A' }).click();
  await a.getByRole('button', { name: 'Add a parameter to fallback 1 of agent A' }).click();
  const fallback = a.getByRole('group', { name: 'Fallback 1 of agent A' });
  await fallback.getByLabel('Name of parameter 1').fill('tokensPerSecond');
  await fallback.getByLabel('Value of tokensPerSecond').fill('900');
  await owner.getByRole('button', { name: 'Save team' }).click();
  await expect(owner).toHaveURL(/\/teams$/);
  const { items } = (await api.send('GET', '/api/v1/teams')).body;
  const saved = items.find(({ name }: { name: string }) => name === 'With parameters');
  expect(saved.agents[0]).toMatchObject({
    backend: { type: 'claude', params: { temperature: 0.5, stop_sequences: ['END'] } },
    fallbacks: [{ type: 'demo', params: { tokensPerSecond: 900 } }],
  });
  await owner.getByRole('button', { name: 'Edit With parameters' }).click();
  await expect(value('temperature')).toHaveValue('0.5');
  await expect(value('stop_sequences')).toHaveValue('["END"]');
  await a.getByRole('button', { name: 'Remove temperature' }).click();
  await expect(value('temperature')).toHaveCount(0);
  await expect(value('stop_sequences')).toHaveValue('["END"]');
});
