import { ADMIN } from './support/app-server';
import { chooseTeam } from './support/choose-team';
import { expect, test } from './support/fixtures';
import { readEvents } from './support/read-events';

test('an agent whose backend refuses its key goes on with its fallback, and the page says so', async ({
  api,
  app,
  doubles,
  owner,
}) => {
  const openAi = (model: string) => ({ type: 'openai_compatible', model, baseUrl: `${doubles.origin}/v1` });
  await owner.goto('/teams/new');
  await owner.getByLabel('Team name').fill('Spare wheel');
  await owner.getByRole('combobox', { name: 'How the team decides' }).selectOption('votes');
  await owner.getByRole('button', { name: 'Remove agent C' }).click();
  for (const [slot, model] of [
    ['A', 'fault-401'],
    ['B', 'team-b'],
  ] as const) {
    const agent = owner.getByRole('group', { name: `Agent ${slot}`, exact: true });
    await agent.getByLabel('Backend').selectOption('openai_compatible');
    await agent.getByLabel('Model').fill(model);
    await agent.getByLabel('Base URL').fill(`${doubles.origin}/v1`);
  }
  await owner.getByRole('button', { name: 'Add a fallback to agent A' }).click();
  await owner.getByRole('button', { name: 'Add a fallback to agent A' }).click();
  const fallback = (nth: number) => owner.getByRole('group', { name: `Fallback ${nth} of agent A` });
  await fallback(2).getByLabel('Backend').selectOption('openai_compatible');
  await expect(fallback(2).getByLabel('Model')).toHaveAccessibleDescription('Give the model’s name.');
  await fallback(2).getByLabel('Model').fill('team-c');
  await fallback(2).getByLabel('Base URL').fill(`${doubles.origin}/v1`);
  await owner.getByRole('button', { name: 'Move fallback 2 up' }).click();
  await expect(fallback(1).getByLabel('Model')).toHaveValue('team-c');
  await owner.getByRole('button', { name: 'Remove fallback 2' }).click();
  await expect(fallback(2)).toHaveCount(0);
  await owner.getByRole('button', { name: 'Save team' }).click();
  await expect(owner).toHaveURL(/\/teams$/);
  const saved = (await api.send('GET', '/api/v1/teams')).body.items.find(
    ({ name }: { name: string }) => name === 'Spare wheel',
  );
  expect(saved.agents[0].fallbacks).toEqual([openAi('team-c')]);

  await owner.getByRole('link', { name: 'New chat' }).click();
  await chooseTeam(owner, 'Spare wheel');
  await owner.getByRole('textbox', { name: 'Message' }).fill('Does the spare wheel hold?');
  await owner.getByRole('button', { name: 'Send' }).click();
  await expect(owner.getByRole('heading', { name: 'Final answer' })).toBeVisible({ timeout: 30_000 });
  await owner.reload();
  await owner.getByRole('button', { name: /How it was decided/ }).click();
  const card = owner.getByRole('region', { name: 'Agent A' });
  await expect(card).toContainText('Continues with team-c instead of fault-401');
  await expect(card).toContainText('team-c');
  await owner.getByRole('tab', { name: 'Timeline' }).click();
  await expect(owner.getByRole('button', { name: 'A continued with team-c instead of fault-401' })).toBeVisible();

  const run = await api.startRun('Does it hold again?', saved.id);
  const { events } = await readEvents(app.url, run.id, { key: ADMIN.apiKey });
  expect(events.filter((event) => event.type === 'agent.switched')).toMatchObject([
    { slot: 'A', from: { type: 'openai_compatible', model: 'fault-401' }, to: { model: 'team-c' } },
  ]);
  expect(events.some((event) => event.type === 'vote.cast' && event.slot === 'A')).toBe(true);
  expect(events.at(-1)?.type).toBe('run.finished');
});

test('a backend of another format goes on with what was said before: in the turn and between turns', async ({
  api,
  app,
  doubles,
}) => {
  doubles.journal.clear();
  const claude = (model: string) => ({ type: 'claude', model, baseUrl: doubles.origin });
  const openAi = (model: string) => ({ type: 'openai_compatible', model, baseUrl: `${doubles.origin}/v1` });
  const key = { provider: 'claude', apiKey: 'sk-ant-of-a-double' };
  const { providerKey } = (await api.send('POST', '/api/v1/provider-keys', key)).body;
  const first = await api.startRun('Which tide is it at noon?', {
    name: 'Mixed',
    agents: [
      { slot: 'A', backend: claude('team-a') },
      { slot: 'B', backend: openAi('team-b') },
    ],
  });
  const { events } = await readEvents(app.url, first.id, { key: ADMIN.apiKey });
  const end = events.at(-1);
  expect(end?.type).toBe('run.finished');
  const final = end?.type === 'run.finished' ? end.final : '';

  const second = await api.send('POST', `/api/v1/conversations/${first.conversationId}/runs`, {
    input: 'And at six?',
    team: {
      name: 'Turned round',
      agents: [
        { slot: 'A', backend: openAi('team-a') },
        { slot: 'B', backend: claude('team-b') },
      ],
    },
  });
  expect(second.status).toBe(202);
  const after = await readEvents(app.url, second.body.run.id, { key: ADMIN.apiKey });
  expect(after.events.at(-1)?.type).toBe('run.finished');
  const asked = doubles.journal.items().filter(({ body }) => JSON.stringify(body).includes('And at six?'));
  expect(new Set(asked.map(({ path }) => path))).toEqual(new Set(['/v1/chat/completions', '/v1/messages']));
  for (const { body } of asked) {
    expect(JSON.stringify(body)).toContain('Which tide is it at noon?');
    expect(JSON.stringify(body)).toContain(JSON.stringify(final).slice(1, -1));
  }
  expect((await api.send('DELETE', `/api/v1/provider-keys/${providerKey.id}`)).status).toBe(204);
});
