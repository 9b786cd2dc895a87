import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ADMIN_ENV, type AppServer, startApp } from './support/app-server';
import { chooseTeam } from './support/choose-team';
import { test as base, expect, signIn } from './support/fixtures';

/** The app with one provider that answers, one that hangs, and the others not set up. */
const test = base.extend<object, { partly: AppServer }>({
  partly: [
    async ({ doubles }, use) => {
      const hanging = createServer(() => {});
      await new Promise<void>((resolve) => hanging.listen(0, '127.0.0.1', resolve));
      const silent = `http://127.0.0.1:${(hanging.address() as AddressInfo).port}`;
      const dataDir = mkdtempSync(join(tmpdir(), 'massgen-backends-'));
      const app = await startApp({
        dataDir,
        env: {
          ...ADMIN_ENV,
          MASSGEN_TRUSTED_ORIGINS: `${doubles.origin},${silent}`,
          LMSTUDIO_BASE_URL: `${silent}/v1`,
          OPENAI_BASE_URL: `${doubles.origin}/v1`,
        },
      });
      await use(app);
      await app.stop();
      hanging.closeAllConnections();
      hanging.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

test('settings say which backends can answer, though one hangs, and the team is warned of before it is asked', async ({
  browser,
  partly,
}) => {
  const page = await (await browser.newContext({ baseURL: partly.url })).newPage();
  await signIn(page);
  await page.goto('/settings/models');
  const backends = page.getByRole('list', { name: 'Backends' });
  const row = (name: string) => backends.getByRole('listitem').filter({ hasText: name });
  await expect(row('LM Studio')).toContainText(/Slow|Not reachable/);
  await expect(row('LM Studio')).toContainText(/has not answered within \d+ ms|does not answer/);
  // On a busy machine the first look may call it slow.
  await expect(async () => {
    await page.goto('/settings/models');
    await expect(row('OpenAI-compatible')).toContainText('Ready', { timeout: 2_000 });
  }).toPass();
  await row('OpenAI-compatible')
    .getByText(/\d+ models/)
    .click();
  await expect(row('OpenAI-compatible').getByRole('rowheader', { name: 'team-a' })).toBeVisible();
  await expect(row('Gemini')).toContainText('Not set up');
  await expect(row('Gemini')).toContainText('GEMINI_API_KEY');
  const again = page.waitForResponse((response) => response.url().includes('/backends?refresh=true'));
  await page.getByRole('button', { name: 'Check again' }).click();
  expect((await again).status()).toBe(200);
  // Who has said nothing for ten seconds is no longer just slow.
  await expect(async () => {
    await page.getByRole('button', { name: 'Check again' }).click();
    await expect(row('LM Studio')).toContainText('Not reachable', { timeout: 1_500 });
  }).toPass({ timeout: 30_000 });

  await page.goto('/');
  await page.getByRole('button', { name: /^Team: / }).click();
  await expect(page.getByRole('menuitemradio', { name: /Local team.*LM Studio: not reachable/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await chooseTeam(page, 'Local team');
  await expect(page.getByText('No agent in this team can answer yet.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Message' }).fill('Hello');
  await expect(page.getByRole('button', { name: 'Send' })).toBeEnabled();
  await chooseTeam(page, 'Demo team');
  await expect(page.getByText('No agent in this team can answer yet.')).toHaveCount(0);
  // Who cannot answer is said to whoever asks again, too.
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('button', { name: 'Ask again' }).click({ timeout: 60_000 });
  await expect(page.getByRole('menuitem', { name: /^Demo team/ })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: /^Local team.*LM Studio: not reachable/ })).toBeVisible();

  await page.goto('/teams/new');
  await page.getByRole('button', { name: /^More: / }).click();
  const agent = page.getByRole('group', { name: /Agent A/ });
  await agent.getByLabel('Backend').first().selectOption('lmstudio');
  await expect(agent.getByRole('status')).toContainText('Not reachable');
  await page.context().close();
});

test('usage is summed up on a page of its own', async ({ api, app, owner, doubles }) => {
  const team = {
    name: 'One',
    agents: [{ backend: { type: 'openai_compatible', model: 'team-a', baseUrl: `${doubles.origin}/v1` } }],
  };
  const run = await api.startRun('A question for the sums.', team);
  await owner.goto(`/c/${run.conversationId}`);
  await expect(owner.getByRole('heading', { name: 'Final answer' })).toBeVisible();
  await expect.poll(async () => (await api.send('GET', `/api/v1/runs/${run.id}`)).body.run.status).toBe('finished');
  await owner.goto(`${app.url}/settings/usage`);
  await expect(owner.getByRole('table', { name: 'By model' }).getByRole('row', { name: /team-a/ })).toContainText(
    'unknown',
  );
  const row = owner
    .getByRole('table', { name: 'By conversation' })
    .getByRole('row', { name: /A question for the sums/ });
  await expect(row).toBeVisible();
  await row.getByRole('link').click();
  await expect(owner).toHaveURL(new RegExp(run.conversationId));
  for (const [query, field] of [
    ['by=hour', 'by'],
    ['from=2026-02-30', 'from'],
    ['from=2026-02-02&to=2026-02-01', 'from'],
    ['conversationId=1', 'conversationId'],
  ]) {
    const refused = await api.send('GET', `/api/v1/usage?${query}`);
    expect(refused.status, query).toBe(400);
    expect(refused.body.error.fields[0].path, query).toBe(field);
  }
});
