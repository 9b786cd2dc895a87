import type { Page } from '@playwright/test';
import type { Doubles } from './doubles/start-doubles';
import type { Api } from './support/api';
import { ADMIN } from './support/app-server';
import { chooseTeam } from './support/choose-team';
import { expect, test } from './support/fixtures';
import { readEvents } from './support/read-events';
import { doubleTeam } from './support/teams';

const key = ADMIN.apiKey;
const card = (page: Page, slot: string) => page.getByRole('region', { name: `Agent ${slot}` });
const finals = (page: Page) => page.getByRole('heading', { name: 'Final answer' });

async function say(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Message' }).fill(text);
  await page.keyboard.press('Enter');
}

/** A saved team of one model, to be chosen in the composer. */
async function saveTeam(api: Api, doubles: Doubles, name: string, models: string[]): Promise<void> {
  const { status } = await api.send('POST', '/api/v1/teams', { ...doubleTeam(doubles, models), name });
  expect(status).toBe(201);
}

test('a second tab shows the same run live, to the same final answer', async ({ api, doubles, owner }) => {
  const run = await api.startRun('Compare the plans.', doubleTeam(doubles, ['team-a', 'team-b', 'slow@12']));
  const second = await owner.context().newPage();
  for (const page of [owner, second]) await page.goto(`/c/${run.conversationId}`);
  for (const page of [owner, second]) await expect(card(page, 'A')).toContainText('A.1');
  const final = (page: Page) => page.getByRole('region', { name: 'Final answer' });
  // What can be copied is whole.
  for (const page of [owner, second]) await expect(final(page)).toContainText('Copy', { timeout: 40_000 });
  expect(await final(second).innerText()).toBe(await final(owner).innerText());
});

test('a question asked in one tab appears in the other by itself', async ({ api, doubles, owner }) => {
  await saveTeam(api, doubles, 'Other tab', ['team-a']);
  const first = await api.startRun('Where does the river begin?', doubleTeam(doubles, ['team-a']));
  await readEvents(api.url, first.id, { key });
  const second = await owner.context().newPage();
  for (const page of [owner, second]) await page.goto(`/c/${first.conversationId}`);
  await chooseTeam(owner, 'Other tab');
  await say(owner, 'And where does it end?');
  await expect(second.getByText('And where does it end?').first()).toBeVisible();
  await expect(finals(second)).toHaveCount(2);
});

test('a follow-up goes to the team that answered last, also when it is not saved', async ({ api, doubles, owner }) => {
  const first = await api.startRun('Where does the wind begin?', {
    ...doubleTeam(doubles, ['team-a']),
    name: 'Unsaved',
  });
  await readEvents(api.url, first.id, { key });
  await owner.goto('/');
  await chooseTeam(owner, 'Demo team');
  await owner.goto(`/c/${first.conversationId}`);
  const picker = owner.getByRole('button', { name: /^Team: / });
  await expect(picker).toContainText('Unsaved');
  await picker.click();
  await expect(owner.getByRole('menuitemradio', { name: 'Unsaved' })).toContainText('answered last here');
  await owner.keyboard.press('Escape');
  await say(owner, 'And where does it end?');
  await expect(finals(owner)).toHaveCount(2);
  const { body } = await api.send('GET', `/api/v1/conversations/${first.conversationId}`);
  const second = body.conversation.messages.at(-1).runId;
  const { events } = await readEvents(api.url, second, { key });
  expect(events[0]).toMatchObject({
    type: 'run.started',
    team: { name: 'Unsaved', agents: [{ backend: { model: 'team-a' } }] },
  });
});

test('a question asked on another device appears in a tab that nobody touches', async ({ api, doubles, owner }) => {
  const team = doubleTeam(doubles, ['team-a']);
  const first = await api.startRun('Where does the road begin?', team);
  await readEvents(api.url, first.id, { key });
  await owner.goto(`/c/${first.conversationId}`);
  await expect(finals(owner)).toHaveCount(1);
  const path = `/api/v1/conversations/${first.conversationId}/runs`;
  const next = await api.send('POST', path, { input: 'And where does it end?', team });
  expect(next.status).toBe(202);
  await expect(owner.getByText('And where does it end?').first()).toBeVisible({ timeout: 30_000 });
  await expect(finals(owner)).toHaveCount(2, { timeout: 30_000 });
});

test('a browser in which the frame of the page fails says so, and a new try shows the page', async ({ owner }) => {
  const page = await owner.context().newPage();
  await page.addInitScript(() => {
    if (sessionStorage.getItem('whole')) return;
    sessionStorage.setItem('whole', 'from now on');
    Object.defineProperty(window, 'BroadcastChannel', { value: undefined });
  });
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'This page could not be shown' })).toBeVisible();
  await expect(page).toHaveTitle('Page error · MassGen Web');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('textbox', { name: 'Message' })).toBeVisible();
  await page.close();
});

test('a follow-up question knows what was said before', async ({ api, doubles, owner }) => {
  doubles.journal.clear();
  await saveTeam(api, doubles, 'Follow-up', ['team-a']);
  const run = await api.startRun('Where is the old harbour?', doubleTeam(doubles, ['team-a@400x30']));
  await readEvents(api.url, run.id, { key });
  const answer: string = (await api.send('GET', `/api/v1/runs/${run.id}`)).body.run.final;
  await owner.goto(`/c/${run.conversationId}`);
  await chooseTeam(owner, 'Follow-up');
  await say(owner, 'And the new one?');
  await expect(finals(owner)).toHaveCount(2);
  const asked = doubles.journal.items().filter(({ body }) => JSON.stringify(body).includes('And the new one?'));
  expect(asked.length).toBeGreaterThan(0);
  const sent = JSON.stringify(asked[0]!.body);
  for (const said of ['Where is the old harbour?', answer.trim()]) {
    expect(sent).toContain(JSON.stringify(said).slice(1, -1));
  }
});

test('a question queued by Enter starts by itself when the run before it is over', async ({ api, doubles, owner }) => {
  await saveTeam(api, doubles, 'Quick one', ['team-a']);
  const run = await api.startRun('Think for long.', doubleTeam(doubles, ['team-a', 'slow', 'slow']));
  await owner.goto(`/c/${run.conversationId}`);
  await expect(card(owner, 'A')).toContainText('A.1');
  await chooseTeam(owner, 'Quick one');
  await say(owner, 'And then?');
  const pending = owner.getByRole('list', { name: 'Pending' });
  await expect(pending).toContainText('And then?');
  expect((await api.send('GET', `/api/v1/runs/${run.id}`)).body.run.status).toBe('running');
  await owner.getByRole('button', { name: 'Stop', exact: true }).first().click();
  await expect(pending).toHaveCount(0);
  await expect(
    owner.getByRole('article', { name: 'Team run' }).last().getByRole('heading', { name: 'Final answer' }),
  ).toBeVisible();
  expect((await api.send('GET', `/api/v1/runs/${run.id}`)).body.run.status).toBe('stopped');
});

test('a queued question can be edited and taken back', async ({ api, doubles, owner }) => {
  const run = await api.startRun('Think for long.', doubleTeam(doubles, ['slow', 'slow']));
  await owner.goto(`/c/${run.conversationId}`);
  await expect(card(owner, 'A')).toBeVisible();
  await say(owner, 'Never mind this.');
  await owner.getByRole('button', { name: 'Edit this message' }).click();
  const pending = owner.getByRole('list', { name: 'Pending' });
  await pending.getByRole('textbox', { name: 'Edited question' }).fill('Or rather this.');
  await owner.keyboard.press('Enter');
  await expect(pending).toContainText('Or rather this.');
  await expect(pending).not.toContainText('Never mind this.');
  await owner.getByRole('button', { name: 'Cancel this message' }).click();
  await expect(owner.getByRole('list', { name: 'Pending' })).toHaveCount(0);
  expect((await api.send('GET', `/api/v1/runs/${run.id}`)).body.run.status).toBe('running');
  await api.send('POST', `/api/v1/runs/${run.id}/stop`, {});
});

test('what is written instead of a queued question is not lost when that is asked meanwhile', async ({
  api,
  doubles,
  owner,
}) => {
  const run = await api.startRun('Think for long.', doubleTeam(doubles, ['slow', 'slow']));
  await owner.goto(`/c/${run.conversationId}`);
  await expect(card(owner, 'A')).toBeVisible();
  await say(owner, 'Never mind this.');
  await owner.getByRole('button', { name: 'Edit this message' }).click();
  await owner.getByRole('textbox', { name: 'Edited question' }).fill('Please find the');
  await api.send('POST', `/api/v1/runs/${run.id}/stop`, {});
  await expect(owner.getByRole('textbox', { name: 'Edited question' })).toHaveCount(0);
  await owner.keyboard.type(' next number now.');
  await expect(owner.getByRole('textbox', { name: 'Message' })).toHaveValue('Please find the next number now.');
  await expect(owner).toHaveURL(new RegExp(run.conversationId));
});

test('one agent is stopped, the others finish without it', async ({ api, app: server, doubles, owner }) => {
  const run = await api.startRun('Think for long.', doubleTeam(doubles, ['team-a', 'slow@1x200', 'team-c']));
  await owner.goto(`/c/${run.conversationId}`);
  await owner.getByRole('button', { name: 'Stop agent B' }).click();
  const { events } = await readEvents(server.url, run.id, { key });
  expect(events.flatMap((event) => (event.type === 'agent.stopped' ? [event.slot] : []))).toEqual(['B']);
  expect(events.at(-1)?.type).toBe('run.finished');
  await expect(finals(owner)).toBeVisible();
  await owner.getByRole('button', { name: /How it was decided/ }).click();
  await expect(card(owner, 'B')).toContainText('stopped');
});

test('“use” on a card makes its answer the winner', async ({ api, app: server, doubles, owner }) => {
  const run = await api.startRun('Decide.', doubleTeam(doubles, ['team-a', 'slow', 'slow']));
  await owner.goto(`/c/${run.conversationId}`);
  await owner.getByRole('button', { name: 'Use A.1' }).click();
  await expect(finals(owner)).toBeVisible();
  await expect(owner.getByText(/chosen by a person/).first()).toBeVisible();
  const { events } = await readEvents(server.url, run.id, { key });
  expect(events.find((event) => event.type === 'winner.chosen')).toMatchObject({ rule: 'human', answerId: 'A.1' });
});

test('what went wrong with an agent can be read in its card', async ({ api, doubles, owner }) => {
  const run = await api.startRun('What is the best plan?', doubleTeam(doubles, ['team-a', 'fault-401', 'team-c']));
  await owner.goto(`/c/${run.conversationId}`);
  await expect(finals(owner)).toBeVisible({ timeout: 30_000 });
  if (!(await card(owner, 'B').isVisible())) await owner.getByRole('button', { name: /How it was decided/ }).click();
  await expect(card(owner, 'B')).toContainText('dropped out');
  await expect(card(owner, 'B')).toContainText(/key/i);

  const failed = await api.startRun('And alone?', doubleTeam(doubles, ['fault-401']));
  await owner.goto(`/c/${failed.conversationId}`);
  await expect(owner.getByText('The team could not answer.')).toBeVisible({ timeout: 30_000 });
  await expect(owner.getByText(/keys are under Settings/).first()).toBeVisible();
});

test('a title is searched for, and a conversation deleted after a question', async ({ api, owner }) => {
  const made = await api.send('POST', '/api/v1/conversations', { title: 'Zebra crossings' });
  await api.send('POST', '/api/v1/conversations', { title: 'Giraffes' });
  const path = `/c/${made.body.conversation.id}`;
  await owner.goto(path);
  const sidebar = owner.getByRole('navigation', { name: 'Conversations' });
  await owner.getByRole('searchbox', { name: 'Search conversations' }).fill('zEbra');
  await expect(sidebar.getByRole('link')).toHaveText(['Zebra crossings', 'Search all messages for “zEbra”']);
  await sidebar.getByRole('link', { name: 'Zebra crossings' }).hover();
  const remove = async (answer: string) => {
    await sidebar.getByRole('button', { name: 'Actions for Zebra crossings' }).click();
    await owner.getByRole('menuitem', { name: 'Delete' }).click();
    await owner.getByRole('dialog').getByRole('button', { name: answer }).click();
  };
  await remove('Cancel');
  expect((await api.send('GET', `/api/v1/conversations/${made.body.conversation.id}`)).status).toBe(200);
  await remove('Delete');
  await expect(owner).not.toHaveURL(path);
  await expect(sidebar.getByRole('link', { name: 'Zebra crossings' })).toHaveCount(0);
  expect((await api.send('GET', `/api/v1/conversations/${made.body.conversation.id}`)).status).toBe(404);
});
