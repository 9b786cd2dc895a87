import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { type Doubles, startDoubles } from './doubles/start-doubles';
import { startApp } from './support/app-server';
import { expectAccessible } from './support/expect-accessible';

/** Where model servers usually listen: the application looks nowhere else. */
const USUAL_PORTS = [11434, 1234, 8080, 8000];

/** A model server at the first usual port that is free on this machine. */
async function startUsualServer(): Promise<Doubles> {
  for (const port of USUAL_PORTS) {
    const doubles = await startDoubles(port).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') throw error;
    });
    if (doubles) return doubles;
  }
  throw new Error(`Something else listens at each of ${USUAL_PORTS.join(', ')}.`);
}

/** Counts what a person clicks from now on. */
async function countClicks(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counted = window as typeof window & { clicks: number };
    counted.clicks = 0;
    window.addEventListener('click', () => (counted.clicks += 1), true);
  });
  return () => page.evaluate(() => (window as typeof window & { clicks: number }).clicks);
}

test('a newcomer gets a first answer of the demo team in one click and of a local server in three, and finds it all again', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const dataDir = mkdtempSync(join(tmpdir(), 'massgen-first-'));
  const app = await startApp({ dataDir });
  const local = await startUsualServer();
  const context = await browser.newContext({ baseURL: app.url });
  const page = await context.newPage();

  await page.goto('/');
  await expect(page).toHaveURL(/\/setup/);
  await page.getByLabel('Name').fill('Ada');
  await page.getByLabel('E-mail').fill('ada@example.test');
  await page.getByLabel('Password').fill('correct horse battery staple');
  await page.getByRole('button', { name: 'Create owner account' }).click();

  await expect(page.getByRole('heading', { name: 'Your first answer' })).toBeVisible();
  await expect(page.getByText(/simulation without a language model: it works on text/)).toBeVisible();
  await expectAccessible(page, 'welcome');
  // Nothing is looked for unasked.
  expect(local.journal.items()).toEqual([]);
  const clicksUntilDemo = await countClicks(page);
  await page.getByRole('button', { name: /Check a budget/ }).click();
  await expect(page).toHaveURL(/\/c\/[0-9a-f-]{36}/);
  const demo = page.url();
  await expect(page.getByRole('region', { name: 'Agent A' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Final answer' })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('9,720').first()).toBeVisible();
  expect(await clicksUntilDemo()).toBe(1);

  await page.goto('/welcome');
  const clicksUntilLocal = await countClicks(page);
  await page.getByRole('button', { name: 'Find model servers' }).click();
  await expect(page.getByRole('checkbox', { name: 'team-a' })).toBeChecked();
  await expectAccessible(page, 'welcome with a server');
  await page.getByRole('button', { name: 'Use these 3 models' }).click();
  await page.getByRole('button', { name: 'Ask this' }).click();
  await expect(page).toHaveURL(/\/c\/[0-9a-f-]{36}/);
  await expect(page.getByRole('heading', { name: 'Final answer' })).toBeVisible({ timeout: 60_000 });
  expect(await clicksUntilLocal()).toBe(3);
  // The run has come to its end: while it does, the page is drawn anew.
  await expect(page.getByRole('button', { name: 'Ask again' })).toBeVisible();
  const asked = local.journal.items().filter(({ path }) => path === '/v1/chat/completions');
  expect(JSON.stringify(asked[0]?.body)).toContain('small project finishes late');

  // These two, now: a team for one question, which nobody finds among the saved ones.
  await page.getByRole('button', { name: /^Team: / }).click();
  await page.getByRole('menuitem', { name: /Models for this question/ }).click();
  await page.getByRole('checkbox', { name: /^team-c/ }).check();
  await page.getByRole('checkbox', { name: /^team-a/ }).check();
  await expectAccessible(page, 'models for this question');
  await page.getByRole('button', { name: 'Use these 2 models' }).click();
  await expect(page.getByRole('button', { name: 'Team: team-c, team-a' })).toBeVisible();
  local.journal.clear();
  await page.getByRole('textbox', { name: 'Message' }).fill('And what helps most?');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Final answer' })).toHaveCount(2, { timeout: 60_000 });
  const models = local.journal.items().map(({ body }) => (body as { model?: string } | null)?.model);
  expect(new Set(models.filter(Boolean))).toEqual(new Set(['team-a', 'team-c']));

  await page.goto('/teams/new');
  await page.getByLabel('Team name').fill('Ticked');
  await page.getByRole('checkbox', { name: /^team-b/ }).check();
  await page.getByRole('checkbox', { name: /^team-a/ }).check();
  await expect(page.getByRole('group', { name: /Agent A/ })).toHaveCount(0);
  await page.getByRole('button', { name: /^More: / }).click();
  await expect(page.getByRole('group', { name: /Agent B/ }).getByLabel('Model')).toHaveValue('team-a');
  await page.getByRole('button', { name: 'Save team' }).click();
  await expect(page.getByRole('heading', { name: 'Ticked' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'team-c, team-a' })).toHaveCount(0);
  await local.close();
  await page.goto(demo);

  await page.reload();
  await expect(page.getByRole('heading', { name: 'Final answer' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Agent A' })).toHaveCount(0);

  // Who wants to see how it was decided need not ask each time.
  await page.goto('/settings/appearance');
  await page.getByRole('button', { name: 'Also afterwards' }).click();
  await page.goto(demo);
  await expect(page.getByRole('region', { name: 'Agent A' })).toBeVisible();

  // A second set-up is not possible, and a new server on the same data still knows everything.
  expect(
    (
      await context.request.post('/api/setup', { data: { email: 'b@example.test', password: 'x'.repeat(20) } })
    ).status(),
  ).toBe(409);
  await app.stop('SIGKILL');
  const again = await startApp({ dataDir, port: app.port });
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Final answer' })).toBeVisible();
  await again.stop();
  await context.close();
  rmSync(dataDir, { recursive: true, force: true });
});
