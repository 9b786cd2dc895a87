import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { ADMIN, startApp } from './support/app-server';
import { expectAccessible } from './support/expect-accessible';
import { expect, test } from './support/fixtures';
import { readEvents } from './support/read-events';
import { doubleTeam } from './support/teams';

const key = ADMIN.apiKey;
// Axe reads each page twice, once a theme.
test.setTimeout(300_000);

const TABS = ['Agents', 'Timeline', 'Answers & diff', 'Votes', 'Context', 'Cost'];

test('sign-in and set-up have no violation', async ({ app, browser }) => {
  const page = await (await browser.newContext({ baseURL: app.url })).newPage();
  await page.goto('/signin?error=CredentialsSignin');
  await expectAccessible(page, 'sign-in');
  await page.context().close();

  const dataDir = mkdtempSync(join(tmpdir(), 'massgen-a11y-'));
  const fresh = await startApp({ dataDir });
  const newcomer = await (await browser.newContext({ baseURL: fresh.url })).newPage();
  await newcomer.goto('/setup');
  await expectAccessible(newcomer, 'set-up');
  await newcomer.context().close();
  await fresh.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

test('new chat, teams, editor, import, settings and a missing page have no violation', async ({ api, owner }) => {
  await owner.goto('/');
  await expectAccessible(owner, 'new chat');
  await owner.getByRole('button', { name: /^Team: / }).click();
  await expect(owner.getByRole('menu')).toBeVisible();
  await expectAccessible(owner, 'new chat with its list of teams');
  await owner.keyboard.press('Escape');
  await owner.keyboard.press('Tab');

  const agents = ['Reader', 'Writer'].map((name) => ({ name, backend: { type: 'demo' } }));
  const team = { name: 'Audited', agents, coordination: { contextSharing: { enabled: true } } };
  const { id } = (await api.send('POST', '/api/v1/teams', team)).body.team;
  await owner.goto('/teams');
  await expectAccessible(owner, 'teams');
  await owner.getByRole('button', { name: 'Delete Audited' }).click();
  await expect(owner.getByRole('dialog')).toBeVisible();
  await expectAccessible(owner, 'teams with a question');
  await owner.goto(`/teams/${id}`);
  await owner.getByRole('button', { name: 'Add a fallback to agent A' }).click();
  await owner.getByRole('button', { name: 'Add a parameter to agent A' }).click();
  await owner.getByLabel('Team name').fill('');
  await expect(owner.getByRole('button', { name: 'Save team' })).toBeDisabled();
  await expectAccessible(owner, 'team editor');
  await owner.goto('/teams/import');
  await expectAccessible(owner, 'import');
  await owner
    .getByLabel('Configuration')
    .fill('agents:\n  - id: planner\n    backend: { type: claude, api_key: sk-1, colour: red }');
  await owner.getByRole('button', { name: 'Read' }).click();
  await expect(owner.getByRole('heading', { name: /Not kept/ })).toBeVisible();
  await expectAccessible(owner, 'import, read');

  await owner.goto('/settings/models');
  await expect(owner.getByRole('list', { name: 'Backends' })).toBeVisible();
  await owner.locator('summary').first().click();
  await expectAccessible(owner, 'models');
  for (const section of ['', '/appearance', '/keyboard', '/prompts', '/data']) {
    await owner.goto(`/settings${section}`);
    await expectAccessible(owner, `settings${section}`);
  }
  await owner.goto('/settings/usage');
  await expectAccessible(owner, 'usage');
  await owner.goto('/settings/reliability');
  await expectAccessible(owner, 'reliability');
  await owner.goto('/settings');
  await owner.getByRole('link', { name: 'What the REST API offers' }).click();
  await owner.getByText('POST /api/v1/runs', { exact: false }).first().click();
  await expect(owner.getByRole('heading', { name: 'Answer 202' }).first()).toBeVisible();
  await expectAccessible(owner, 'REST API');
  await owner.goto('/c/00000000-0000-4000-8000-000000000000');
  await expect(owner.getByRole('heading', { name: 'Nothing here' })).toBeVisible();
  await expectAccessible(owner, 'not found');
});

test('a conversation has no violation, live and finished, in each tab', async ({ api, app, doubles, owner }) => {
  const sharing = { coordination: { contextSharing: { enabled: true } } };
  const live = await api.startRun(
    'Think for long.',
    doubleTeam(doubles, ['team-a', 'rate-2x10000', 'fault-401'], sharing),
  );
  await owner.goto(`/c/${live.conversationId}`);
  await expect(owner.getByRole('region', { name: 'Agent A' })).toContainText('A.1');
  await expectAccessible(owner, 'live');
  await owner.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(owner.getByText('Stopped. What was published is kept.', { exact: true })).toBeVisible();
  await expectAccessible(owner, 'live with a message');

  const run = await api.startRun(
    '- [ ] Compare\n- [x] the plans',
    doubleTeam(doubles, ['note-a', 'note-b', 'note-c'], sharing),
  );
  await readEvents(app.url, run.id, { key });
  await owner.goto(`/c/${run.conversationId}`);
  await expectAccessible(owner, 'finished');
  await owner.getByRole('button', { name: /How it was decided/ }).click();
  for (const name of TABS) {
    await owner.getByRole('tab', { name, exact: true }).click();
    await expect(owner.getByRole('tabpanel')).not.toBeEmpty();
    await expect(owner.getByRole('tabpanel').locator('.breathe')).toHaveCount(0);
    await expectAccessible(owner, `tab ${name}`);
  }
});

test('what stands in place of a page that could not be shown has no violation', async ({
  api,
  app,
  doubles,
  owner,
}) => {
  const run = await api.startRun('Short.', doubleTeam(doubles, ['team-a', 'team-b']));
  await readEvents(app.url, run.id, { key });
  await owner.goto(`/c/${run.conversationId}`);
  await owner.getByRole('button', { name: /How it was decided/ }).click();
  await expect(owner.getByRole('region', { name: 'Agent A' })).toBeVisible();
  // The network goes away: the code of a tab cannot be loaded any more.
  await owner.route('**/_next/static/**', (route) => route.abort());
  await owner.getByRole('tab', { name: 'Votes' }).click();
  await expect(owner.getByRole('heading', { name: 'This page could not be shown' })).toBeVisible();
  await expectAccessible(owner, 'failed page');
});

const CIRCUMSTANCES: [string, (page: Page) => Promise<void>][] = [
  // What a browser makes of a window of 1440 by 900 that is enlarged twice.
  ['at 200 %', (page) => page.setViewportSize({ width: 720, height: 450 })],
  ['where the system chooses the colours', (page) => page.emulateMedia({ forcedColors: 'active' })],
];

for (const [circumstance, prepare] of CIRCUMSTANCES)
  test(`pages have no violation ${circumstance}`, async ({ api, app, doubles, owner }) => {
    const run = await api.startRun('Compare the plans.', doubleTeam(doubles, ['team-a', 'team-b']));
    await readEvents(app.url, run.id, { key });
    const paths = [
      '/',
      `/c/${run.conversationId}`,
      '/search',
      '/teams',
      '/settings/data',
      '/settings/models',
      '/welcome',
    ];
    await prepare(owner);
    for (const path of paths) {
      await owner.goto(path);
      await expect(owner.getByRole('heading', { level: 1 }).first()).toBeAttached();
      await expectAccessible(owner, `${path}, ${circumstance}`);
    }
  });

test('while answers stream a screen reader is told what has changed, and nothing of the stream', async ({
  api,
  app,
  doubles,
  owner,
}) => {
  const run = await api.startRun('Compare at length.', doubleTeam(doubles, ['team-a', 'team-b', 'rate-40x160']));
  await owner.goto(`/c/${run.conversationId}`);
  await expect(owner.getByRole('region', { name: 'Agent C' })).toBeVisible();
  await owner.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    for (const region of document.querySelectorAll(
      '[aria-live]:not([aria-live=off]), [role=status], [role=log], [role=alert]',
    ))
      new MutationObserver((changes) => {
        for (const { addedNodes, target } of changes)
          said.push([...addedNodes].map(({ textContent }) => textContent).join('') || (target.textContent ?? ''));
      }).observe(region, { childList: true, characterData: true, subtree: true });
  });
  const { events } = await readEvents(app.url, run.id, { key });
  await expect(owner.getByRole('heading', { name: 'Final answer' })).toBeVisible();
  await expect(owner.getByRole('button', { name: 'Stop', exact: true })).toHaveCount(0);
  const told = () => owner.evaluate(() => (window as unknown as { said: string[] }).said);
  // Sentences wait for one another.
  await expect.poll(async () => (await told()).join('\n')).toContain('Final answer: ');
  const said = await told();
  // Each state of each agent once, and the answer.
  const pieces = events.filter(({ type }) => type.endsWith('.delta')).length;
  expect(pieces).toBeGreaterThan(30);
  expect(said.length).toBeLessThan(25);
  expect(said.filter((words) => /^w\d+ /.test(words))).toEqual([]);
});
