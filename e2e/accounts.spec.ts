import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { type OpenIdProvider, startOpenIdProvider } from './doubles/open-id-provider';
import { Api } from './support/api';
import { ADMIN_ENV, type AppServer, startApp } from './support/app-server';
import { test as base, enterPassword, expect, signIn } from './support/fixtures';

const PASSWORD = 'correct horse battery staple';

/** A server of its own: attempts to sign in are counted. */
const test = base.extend<object, { provider: OpenIdProvider; app: AppServer }>({
  provider: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern.
    async ({}, use) => {
      const provider = await startOpenIdProvider();
      await use(provider);
      await provider.close();
    },
    { scope: 'worker' },
  ],
  app: [
    async ({ provider }, use) => {
      const dataDir = mkdtempSync(join(tmpdir(), 'massgen-accounts-'));
      const app = await startApp({ dataDir, env: { ...ADMIN_ENV, ...provider.env } });
      await use(app);
      await app.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

async function makePerson(api: Api, name: string) {
  const person = { email: `${name}@example.test`, password: PASSWORD };
  expect((await api.send('POST', '/api/v1/users', person)).status).toBe(201);
  return person;
}

async function newPage(browser: Browser, app: AppServer): Promise<Page> {
  return (await browser.newContext({ baseURL: app.url })).newPage();
}

/** Sends a password past the page; gives the status and `Retry-After`. */
async function tryPassword(context: BrowserContext, email: string, password: string) {
  const { csrfToken } = await (await context.request.get('/api/auth/csrf')).json();
  const response = await context.request.post('/api/auth/callback/credentials', {
    form: { email, password, csrfToken, json: 'true' },
  });
  return { status: response.status(), retryAfter: Number(response.headers()['retry-after'] ?? 0) };
}

test('a wrong password is refused in words, many are refused for a while, for that person only', async ({
  api,
  app,
  browser,
}) => {
  const person = await makePerson(api, 'forgetful');
  const other = await makePerson(api, 'patient');
  const page = await newPage(browser, app);
  await enterPassword(page, { ...person, password: 'not the password' });
  await expect(page.getByText('The e-mail or the password is wrong.')).toBeVisible();
  for (let attempt = 2; attempt <= 10; attempt += 1) {
    expect((await tryPassword(page.context(), person.email, `guess ${attempt}`)).status).toBe(401);
  }
  const limited = await tryPassword(page.context(), person.email, PASSWORD);
  expect(limited.status).toBe(429);
  expect(limited.retryAfter).toBeGreaterThan(0);
  await enterPassword(page, person);
  await expect(page.getByText(/Too many attempts to sign in. Try again in \d+ min./)).toBeVisible();
  await signIn(page, other);
  await page.context().close();
});

test('signing out ends the session itself, not only its cookie', async ({ api, app, browser }) => {
  const page = await newPage(browser, app);
  await signIn(page, await makePerson(api, 'leaver'));
  const cookies = await page.context().cookies();
  await page.goto('/settings');
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page).toHaveURL(/\/signin/);
  await page.goto('/');
  await expect(page).toHaveURL(/\/signin/);
  await page.context().addCookies(cookies);
  expect((await page.context().request.get('/api/v1/me')).status()).toBe(401);
  await page.context().close();
});

test('a session revoked in settings signs that browser out', async ({ api, app, browser }) => {
  const person = await makePerson(api, 'two-browsers');
  const [here, there] = [await newPage(browser, app), await newPage(browser, app)];
  await signIn(there, person);
  await signIn(here, person);
  await here.goto('/settings');
  await here.getByRole('button', { name: /^Revoke .* on / }).click();
  await expect(here.getByText('That browser is signed out.')).toBeVisible();
  await there.goto('/');
  await expect(there).toHaveURL(/\/signin/);
  await here.reload();
  await expect(here.getByRole('heading', { name: 'Account', level: 1 })).toBeVisible();
  for (const page of [here, there]) await page.context().close();
});

test('a password is changed with the current one, and other browsers are signed out', async ({ api, app, browser }) => {
  const person = await makePerson(api, 'changer');
  const [here, there] = [await newPage(browser, app), await newPage(browser, app)];
  await signIn(there, person);
  await signIn(here, person);
  await here.goto('/settings');
  await here.getByLabel('Current password').fill('not the password');
  await here.getByLabel('New password').fill('a new password 123');
  await here.getByRole('button', { name: 'Change password' }).click();
  await expect(here.getByLabel('Current password')).toHaveAccessibleDescription('It is wrong.');
  await here.getByLabel('Current password').fill(PASSWORD);
  await here.getByRole('button', { name: 'Change password' }).click();
  await expect(here.getByText(/Your password has been changed/)).toBeVisible();
  await here.goto('/');
  await expect(here.getByRole('textbox', { name: 'Message' })).toBeVisible();
  await there.goto('/');
  await expect(there).toHaveURL(/\/signin/);
  await enterPassword(there, person);
  await expect(there.getByText('The e-mail or the password is wrong.')).toBeVisible();
  await signIn(there, { ...person, password: 'a new password 123' });
  for (const page of [here, there]) await page.context().close();
});

test('an API key is shown once, works on the API, and stops when it is revoked', async ({ api, app, browser }) => {
  const person = await makePerson(api, 'programmer');
  const page = await newPage(browser, app);
  await signIn(page, person);
  await page.goto('/settings');
  await page.getByLabel('Name of the new key').fill('Nightly job');
  await page.getByRole('button', { name: 'Create key' }).click();
  await expect(page.getByText('Copy this key now')).toBeVisible();
  const key = (await page.locator('code').textContent()) ?? '';
  const program = new Api(app.url, key);
  expect((await program.send('GET', '/api/v1/me')).body.user.email).toBe(person.email);
  expect(JSON.stringify((await program.send('GET', '/api/v1/api-keys')).body)).not.toContain(key);
  await page.reload();
  await expect(page.getByText('Nightly job')).toBeVisible();
  expect(await page.content()).not.toContain(key);
  await page.getByRole('button', { name: 'Revoke Nightly job' }).click();
  await expect(page.getByText('“Nightly job” no longer works.')).toBeVisible();
  expect((await program.send('GET', '/api/v1/me')).status).toBe(401);
  await page.context().close();
});

test('set-up is closed once there is an owner', async ({ api, app, browser }) => {
  const page = await newPage(browser, app);
  await page.goto('/setup');
  await expect(page).toHaveURL(/\/signin/);
  const again = await api.send('POST', '/api/setup', { email: 'second@example.test', password: PASSWORD });
  expect([again.status, again.body.error.code]).toEqual([409, 'conflict']);
  await page.context().close();
});

test('an OpenID provider lets in whom a verified e-mail names, and nobody else while sign-up is closed', async ({
  api,
  app,
  browser,
  provider,
}) => {
  const person = await makePerson(api, 'sailor');
  const page = await newPage(browser, app);
  const arrive = async (claims: OpenIdProvider['person']) => {
    provider.person = claims;
    await page.goto('/signin');
    await page.getByRole('button', { name: 'Continue with Harbour' }).click();
  };
  await arrive({ sub: '1', email: person.email, email_verified: false });
  await expect(page.getByText(/has not verified your e-mail address/)).toBeVisible();
  await arrive({ sub: '2', email: 'stranger@example.test', email_verified: true });
  await expect(page.getByText(/sign-up is closed/)).toBeVisible();
  expect((await page.context().request.get('/api/v1/me')).status()).toBe(401);

  await arrive({ sub: '1', email: person.email.toUpperCase(), email_verified: true });
  await expect(page.getByRole('textbox', { name: 'Message' })).toBeVisible();
  const me = async () => (await (await page.context().request.get('/api/v1/me')).json()).user.email;
  expect(await me()).toBe(person.email);
  // Linked now: the identity alone is enough.
  await page.context().clearCookies();
  await arrive({ sub: '1' });
  await expect(page.getByRole('textbox', { name: 'Message' })).toBeVisible();
  expect(await me()).toBe(person.email);
  await page.context().close();
});
