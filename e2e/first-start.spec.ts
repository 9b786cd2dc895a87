import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { startApp } from './support/app-server';

test('a newcomer creates the owner, asks the demo team, watches it, and finds it all again', async ({ browser }) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'massgen-first-'));
  const app = await startApp({ dataDir });
  const context = await browser.newContext({ baseURL: app.url });
  const page = await context.newPage();

  await page.goto('/');
  await expect(page).toHaveURL(/\/setup/);
  await page.getByLabel('Name').fill('Ada');
  await page.getByLabel('E-mail').fill('ada@example.test');
  await page.getByLabel('Password').fill('correct horse battery staple');
  await page.getByRole('button', { name: 'Create owner account' }).click();

  await page
    .getByRole('textbox', { name: 'Message' })
    .fill('What is 17 * 23? The text: three bridges cost 40, 50 and 60.');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page).toHaveURL(/\/c\/[0-9a-f-]{36}/);
  await expect(page.getByRole('region', { name: 'Agent A' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Final answer' })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('391').first()).toBeVisible();
  await expect(page.getByText(/simulation/i).first()).toBeVisible();

  await page.reload();
  await expect(page.getByRole('heading', { name: 'Final answer' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Agent A' })).toHaveCount(0);

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
