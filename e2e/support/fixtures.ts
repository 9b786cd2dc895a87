import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { type Doubles, startDoubles } from '../doubles/start-doubles';
import { Api } from './api';
import { ADMIN, ADMIN_ENV, type AppServer, startApp } from './app-server';
import { freshDatabase } from './fresh-database';
import { withLiveControls } from './with-live-controls';

interface Person {
  email: string;
  password: string;
}

export interface DatabaseOption {
  /** URL of a Postgres server on which each worker makes a database of its own; `null` = the embedded database. */
  postgres: string | null;
}

/** How the owner is signed in; undefined = not yet, or not any more. */
interface SignedIn {
  state: Awaited<ReturnType<BrowserContext['storageState']>> | undefined;
}

interface WorkerFixtures extends DatabaseOption {
  /** Model servers that speak the providers' wire formats. */
  doubles: Doubles;
  /** The built app with its owner already created. */
  app: AppServer;
  signedIn: SignedIn;
}

interface TestFixtures {
  api: Api;
  /** A page signed in as the owner. */
  owner: Page;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  postgres: [null, { option: true, scope: 'worker' }],
  browser: [async ({ browser }, use) => use(withLiveControls(browser)), { scope: 'worker' }],
  doubles: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern.
    async ({}, use) => {
      const doubles = await startDoubles();
      await use(doubles);
      await doubles.close();
    },
    { scope: 'worker' },
  ],
  app: [
    async ({ doubles, postgres }, use) => {
      const database = postgres === null ? null : await freshDatabase(postgres);
      const dataDir = mkdtempSync(join(tmpdir(), 'massgen-e2e-'));
      const app = await startApp({
        dataDir,
        env: {
          ...ADMIN_ENV,
          MASSGEN_TRUSTED_ORIGINS: doubles.origin,
          ...(database ? { DATABASE_URL: database.url } : {}),
        },
      });
      await use(app);
      await app.stop();
      await database?.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  api: async ({ app }, use) => use(new Api(app.url)),
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern.
  signedIn: [async ({}, use) => use({ state: undefined }), { scope: 'worker' }],
  owner: async ({ app, browser, signedIn }, use) => {
    const context = await browser.newContext({ baseURL: app.url, storageState: signedIn.state });
    const page = await context.newPage();
    if (signedIn.state) await page.goto('/');
    // A test before this one may have ended the session.
    if (!signedIn.state || page.url().includes('/signin')) {
      await signIn(page);
      signedIn.state = await context.storageState();
    }
    await expect(page.getByRole('textbox', { name: 'Message' })).toBeVisible();
    await use(page);
    await context.close();
  },
});

/** Signs in through the page, as a person does. */
export async function signIn(page: Page, person: Person = ADMIN): Promise<void> {
  await enterPassword(page, person);
  await expect(page.getByRole('textbox', { name: 'Message' })).toBeVisible();
}

/** Fills the sign-in form and sends it, whatever comes of it. */
export async function enterPassword(page: Page, { email, password }: Person): Promise<void> {
  await page.goto('/signin');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

export { expect };
