import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type SmtpDouble, startSmtpDouble } from '../lib/platform/mail/testing/smtp-double';
import { ADMIN_ENV, type AppServer, startApp } from './support/app-server';
import { expectAccessible } from './support/expect-accessible';
import { test as base, expect, signIn } from './support/fixtures';
import { freePort } from './support/free-port';

interface Mailing {
  app: AppServer;
  mails: SmtpDouble;
}

/** An instance that sends e-mails to a server beside it. */
const test = base.extend<object, { mailing: Mailing }>({
  mailing: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern.
    async ({}, use) => {
      const mails = await startSmtpDouble();
      const dataDir = mkdtempSync(join(tmpdir(), 'massgen-mail-'));
      const port = await freePort();
      const app = await startApp({
        ...{ dataDir, port },
        env: {
          ...ADMIN_ENV,
          MASSGEN_SMTP_URL: `smtp://127.0.0.1:${mails.port}`,
          MASSGEN_MAIL_FROM: 'MassGen <massgen@example.test>',
          NEXTAUTH_URL: `http://127.0.0.1:${port}`,
        },
      });
      await use({ app, mails });
      await app.stop();
      await mails.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

test('somebody is invited by e-mail, accepts in a browser of their own, and a dead mail server loses no invite', async ({
  browser,
  mailing: { app, mails },
}) => {
  const owner = await (await browser.newContext({ baseURL: app.url })).newPage();
  await signIn(owner);
  await owner.goto('/settings/workspaces');
  await owner.getByLabel('Name of the new workspace').fill('Night shift https://evil.example');
  await owner.getByRole('button', { name: 'Create workspace' }).click();
  await expect(owner.getByRole('heading', { level: 1, name: /Night shift/ })).toBeVisible();
  await owner.getByLabel('Only for this e-mail').fill('ada@example.test');
  await expect(owner.getByRole('checkbox', { name: 'Send the invite to this e-mail' })).toBeChecked();
  await owner.getByRole('button', { name: 'Create invite' }).click();
  await expect(owner.getByText('The invite has been sent to ada@example.test.')).toBeVisible();
  await expectAccessible(owner, 'an invite that was sent');

  await expect.poll(() => mails.mails.length).toBe(1);
  const [mail] = mails.mails;
  expect(mail?.to).toEqual(['ada@example.test']);
  const links = mail?.text.match(/https?:\/\/\S+/g) ?? [];
  expect(links).toEqual([await owner.locator('code', { hasText: '/invite/' }).innerText()]);
  const context = await browser.newContext({ baseURL: app.url, viewport: { width: 390, height: 844 } });
  const ada = await context.newPage();
  await ada.goto(links[0] ?? '');
  await expect(ada.getByLabel('E-mail')).toHaveValue('ada@example.test');
  await ada.getByLabel('Your name').fill('Ada');
  await ada.getByLabel('Password').fill('correct horse battery staple');
  await ada.getByRole('button', { name: 'Create account and join' }).click();
  await expect(ada.getByRole('textbox', { name: 'Message' })).toBeVisible();
  await owner.reload();
  await expect(owner.getByText('ada@example.test').first()).toBeVisible();

  await mails.close();
  await owner.getByLabel('Only for this e-mail').fill('bob@example.test');
  await owner.getByRole('button', { name: 'Create invite' }).click();
  await expect(owner.getByText(/was not sent to bob@example.test: the mail server cannot be reached/)).toBeVisible();
  const link = await owner.locator('code', { hasText: '/invite/' }).innerText();
  await owner.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(owner, 'an invite that could not be sent, on a phone');
  expect(await owner.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  expect((await fetch(link)).status).toBe(200);
  for (const page of [owner, ada]) await page.context().close();
});
