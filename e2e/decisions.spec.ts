import type { Page } from '@playwright/test';
import { ADMIN } from './support/app-server';
import { expect, test } from './support/fixtures';
import { readEvents } from './support/read-events';
import { doubleTeam } from './support/teams';

const key = ADMIN.apiKey;
const QUESTION = 'How much does the house use in a year?';

const report = (page: Page) => page.getByRole('region', { name: 'Agreement and disagreement' });
const conclusions = (page: Page) => page.getByRole('list', { name: 'What the answers conclude' }).getByRole('listitem');

test('two who come to the same value end the run; the page says who agrees and who was not waited for', async ({
  api,
  app,
  doubles,
  owner,
}) => {
  const models = ['concludes-9,720_kWh', 'concludes-9.72_MWh', 'slow@1x300'];
  const team = doubleTeam(doubles, models, { coordination: { decision: 'evidence' } });
  const run = await api.startRun(QUESTION, team);
  await owner.goto(`/c/${run.conversationId}`);
  await expect(owner.getByText(/^[AB]\.1, by agreement, presented by [AB]$|by agreement/).first()).toBeVisible();
  await expect(report(owner)).toContainText(/A and B agree\.|B and A agree\./);
  await expect(report(owner)).toContainText('Agreement decided.');

  await readEvents(app.url, run.id, { key });
  await owner.reload();
  await report(owner).getByRole('button', { name: 'Who says what' }).click();
  await expect(report(owner)).toContainText('the same value');
  await owner.getByRole('button', { name: /How it was decided/ }).click();
  await expect(owner.getByRole('region', { name: 'Agent A' })).not.toContainText('vote');
  await owner.getByRole('tab', { name: 'Decision', exact: true }).click();
  await expect(owner.getByText('C was interrupted. Nothing more could have changed the outcome.')).toBeVisible();
  await expect(conclusions(owner)).toHaveCount(1);
  await expect(conclusions(owner).first()).toContainText('These come to the same value.');
  await expect(owner.getByRole('tab', { name: 'Votes', exact: true })).toHaveCount(0);
});

test('where nobody agrees the agents score without knowing whose the answers are, or a judge is asked in both orders', async ({
  api,
  app,
  doubles,
  owner,
}) => {
  const models = ['concludes-9,720_kWh', 'concludes-9,270_kWh_at_most', 'concludes-about_8,000_kWh'];
  for (const judge of [null, { slot: 'C' }]) {
    const team = doubleTeam(doubles, models, { coordination: { decision: 'evidence', judge } });
    const run = await api.startRun(QUESTION, team);
    await readEvents(app.url, run.id, { key });
    await owner.goto(`/c/${run.conversationId}`);
    await expect(report(owner)).toContainText(judge ? 'The judge decided.' : 'The agents’ scores decided.');
    await owner.getByRole('button', { name: /How it was decided/ }).click();
    await owner.getByRole('tab', { name: 'Decision', exact: true }).click();
    await expect(conclusions(owner)).toHaveCount(3);
    if (judge) {
      await expect(owner.getByRole('region', { name: 'The judge' })).toContainText('in both orders');
    } else {
      await expect(owner.getByRole('table', { name: 'Scores' }).getByRole('row')).toHaveCount(4);
    }
  }
  // What left for the scores and the judge names nobody.
  const asked = doubles.journal
    .items()
    .map(({ body }) => JSON.stringify((body as { messages?: unknown } | null)?.messages ?? ''))
    .filter((messages) => messages.includes('<answer number='));
  expect(asked.length).toBeGreaterThan(3);
  for (const messages of asked) expect(messages).not.toMatch(/concludes-|agent [ABC]\b|\b[ABC]\.1/);
});

test('a new team decides by evidence; who judges and who is asked first can be chosen', async ({ api, owner }) => {
  await owner.goto('/teams/new');
  await owner.getByLabel('Team name').fill('Weighing');
  const decides = owner.getByRole('combobox', { name: 'How the team decides' });
  await expect(decides).toHaveValue('evidence');
  await expect(owner.getByRole('combobox', { name: 'Vote rule' })).toHaveCount(0);
  await owner.getByRole('combobox', { name: 'Judge' }).selectOption('B');
  await owner.getByRole('combobox', { name: 'Who is asked' }).selectOption('auto');
  await owner.getByRole('button', { name: 'Save team' }).click();
  await expect(owner).toHaveURL(/\/teams$/);
  const { body } = await api.send('GET', '/api/v1/teams');
  const stored = body.items.find(({ name }: { name: string }) => name === 'Weighing');
  expect(JSON.stringify(stored)).toContain('"judge":{"slot":"B"}');
  expect(JSON.stringify(stored)).toContain('"depth":"auto"');
});
