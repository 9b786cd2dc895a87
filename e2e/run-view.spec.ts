import { ADMIN } from './support/app-server';
import { expect, signIn, test } from './support/fixtures';
import { readEvents } from './support/read-events';
import { doubleTeam } from './support/teams';

const TEAM = ['team-a', 'team-b', 'team-c'];

test('reload in mid-run, a second browser and a phone show the same run', async ({
  api,
  app,
  browser,
  doubles,
  owner,
}) => {
  const run = await api.startRun('Compare the plans.', doubleTeam(doubles, [...TEAM.slice(0, 2), 'slow']));
  const path = `/c/${run.conversationId}`;
  await owner.goto(path);
  await expect(owner.getByRole('region', { name: 'Agent A' })).toContainText('A.1');
  await owner.reload();
  await expect(owner.getByRole('region', { name: 'Agent A' })).toContainText('A.1');

  const phone = await browser.newContext({ baseURL: app.url, viewport: { width: 390, height: 844 }, isMobile: true });
  const second = await phone.newPage();
  await signIn(second);
  await second.goto(path);
  for (const page of [owner, second]) {
    await expect(page.getByRole('heading', { name: 'Final answer' })).toBeVisible({ timeout: 60_000 });
  }
  const { body } = await api.send('GET', `/api/v1/runs/${run.id}`);
  const opening = body.run.final.trim().split(/\s+/).slice(0, 4).join(' ');
  for (const page of [owner, second]) await expect(page.getByText(opening).first()).toBeVisible();
  const scrolls = await second.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(scrolls, 'the phone page scrolls sideways').toBe(false);
  await phone.close();
});

test('votes, the voided one included, a revised answer and the timeline are all there', async ({
  api,
  app,
  doubles,
  owner,
}) => {
  const run = await api.startRun('Compare the plans.', doubleTeam(doubles, TEAM));
  await readEvents(app.url, run.id, { key: ADMIN.apiKey });
  await owner.goto(`/c/${run.conversationId}`);
  await owner.getByRole('button', { name: /How it was decided/ }).click();
  await expect(owner.getByRole('region', { name: 'Agent A' })).toBeVisible();
  await expect(owner.getByRole('region', { name: 'Agent A' })).toContainText(/A\.[12]/);
  await expect(
    owner
      .getByText(/[ABC]\.2/)
      .filter({ visible: true })
      .first(),
  ).toBeVisible();
  await owner.getByRole('tab', { name: 'Votes' }).click();
  await expect(owner.getByRole('table').first()).toBeVisible();
  await expect(owner.getByText(/void/i).filter({ visible: true }).first()).toBeVisible();
  await owner.getByRole('tab', { name: 'Timeline' }).click();
  await expect(owner.getByRole('slider')).toBeVisible();
  await expect(owner.getByRole('list', { name: 'What the marks mean' })).toContainText(/answer.*vote.*final answer/);
  await owner.getByRole('tab', { name: /Answers/ }).click();
  await expect(
    owner
      .getByText(/[ABC]\.1/)
      .filter({ visible: true })
      .first(),
  ).toBeVisible();
});

test('a conversation can be renamed, archived and deleted from the sidebar', async ({ api, owner }) => {
  const { body } = await api.send('POST', '/api/v1/conversations', { title: 'Old name' });
  await owner.goto(`/c/${body.conversation.id}`);
  const sidebar = owner.getByRole('navigation', { name: 'Conversations' });
  await sidebar.getByRole('link', { name: 'Old name' }).hover();
  await sidebar.getByRole('button', { name: /(Actions|More).*Old name/ }).click();
  await owner.getByRole('menuitem', { name: 'Rename' }).click();
  await owner.getByRole('textbox', { name: 'Title' }).fill('New name');
  await owner.keyboard.press('Enter');
  await expect(sidebar.getByRole('link', { name: 'New name' })).toBeVisible();
  await sidebar.getByRole('button', { name: /(Actions|More).*New name/ }).click();
  await owner.getByRole('menuitem', { name: 'Archive' }).click();
  await expect(sidebar.getByRole('link', { name: 'New name' })).toHaveCount(0);
  // The row goes at once, before the server has answered.
  const stored = async () => (await api.send('GET', `/api/v1/conversations/${body.conversation.id}`)).body.conversation;
  await expect.poll(async () => (await stored()).archivedAt).not.toBeNull();
});
