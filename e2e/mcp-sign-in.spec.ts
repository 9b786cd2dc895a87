import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type AuthorizationDouble, startAuthorizationDouble } from '../lib/mcp/testing/authorization-double';
import { Api } from './support/api';
import { ADMIN, ADMIN_ENV, type AppServer, startApp } from './support/app-server';
import { expectAccessible } from './support/expect-accessible';
import { test as base, expect, signIn } from './support/fixtures';
import { readEvents } from './support/read-events';
import { doubleTeam } from './support/teams';

interface Vault {
  /** A server that lets nobody in who has not signed in, and its authorization server with a page. */
  vault: AuthorizationDouble;
  /** An app that trusts both. */
  trusting: AppServer;
}

const test = base.extend<Vault>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern.
  vault: async ({}, use) => {
    const vault = await startAuthorizationDouble({ asksOnPage: true });
    await use(vault);
    await vault.stop();
  },
  trusting: async ({ doubles, vault }, use) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'massgen-sign-in-'));
    const origins = [doubles.origin, vault.origin, vault.server.origin].join(',');
    const trusting = await startApp({ dataDir, env: { ...ADMIN_ENV, MASSGEN_TRUSTED_ORIGINS: origins } });
    await use(trusting);
    await trusting.stop();
    rmSync(dataDir, { recursive: true, force: true });
  },
});

test.slow();

const PERSON = { email: 'bob@example.test', password: 'correct horse 1' };
const hostOf = (origin: string) => new URL(origin).host;

/** As far as the page of the authorization server. */
async function openPage(page: Page, { origin }: AuthorizationDouble): Promise<void> {
  await page.getByRole('button', { name: 'Sign in to Vault' }).click();
  await expect(page.getByText(`You sign in at ${hostOf(origin)}.`)).toBeVisible();
  await page.getByRole('link', { name: `Open ${hostOf(origin)}` }).click();
  await expect(page.getByRole('heading', { name: 'May MassGen Web read the vault?' })).toBeVisible();
}

test('a server that asks for sign-in: signed in to on its page, used by runs, renewed and lost in mid-run, and left', async ({
  browser,
  doubles,
  vault,
  trusting: app,
}) => {
  const api = new Api(app.url);
  const page = await (await browser.newContext({ baseURL: app.url })).newPage();
  await signIn(page);
  await page.goto('/settings/mcp');
  await page.getByLabel('URL', { exact: true }).fill(vault.server.url);
  await page.getByLabel('Name', { exact: true }).fill('Vault');
  await page.getByRole('button', { name: 'Add server' }).click();

  // Nothing is opened before a click, and whoever refuses there has changed nothing.
  await expect(page.getByText('Asks you to sign in')).toBeVisible();
  expect(vault.asked).not.toContain('GET /authorize');
  await expectAccessible(page, 'a server that asks for sign-in');
  await openPage(page, vault);
  await page.getByRole('link', { name: 'Refuse' }).click();
  await expect(page.getByText('You have not been let in')).toBeVisible();
  expect(vault.tokenRequests).toEqual([]);

  await openPage(page, vault);
  await page.getByRole('link', { name: 'Allow' }).click();
  await expect(page.getByText('You are signed in. Agents of your runs can use the server now.')).toBeVisible();
  expect(page.url()).not.toMatch(/code=|state=/);
  await expect(page.getByRole('list', { name: 'Tools' }).getByRole('listitem')).toHaveCount(1);
  await page.getByRole('button', { name: 'Approve read' }).click();
  await expect(page.getByText('Ready', { exact: true })).toBeVisible();
  await expectAccessible(page, 'a server that somebody is signed in to');

  // The token expires between the two calls of a run, and is renewed.
  const { agents } = doubleTeam(doubles, ['chain-a']);
  const team = { name: 'One', agents: agents.map((agent) => ({ ...agent, mcpServers: ['Vault'] })) };
  const resultsOf = async (id: string) => {
    const { events } = await readEvents(app.url, id, { key: ADMIN.apiKey });
    expect(events.at(-1)).toMatchObject({ type: 'run.finished' });
    return events.flatMap((event) => (event.type === 'tool.finished' && event.server ? [event] : []));
  };
  vault.set({ onCall: (times) => times === 1 && vault.valid.clear() });
  // Two different calls: what reads only is not asked the same thing twice.
  const twice = 'Chain: Vault__read {"page":1} > Vault__read {"page":2}';
  const renewed = await api.startRun(twice, team);
  expect((await resultsOf(renewed.id)).map(({ result }) => result)).toEqual(['Inside.', 'Inside.']);
  expect(vault.count('refresh_token')).toBe(1);

  // It expires, and the authorization server does not know the sign-in any more: the run goes on without the server.
  const pages = () => vault.asked.filter((one) => one === 'GET /authorize').length;
  const before = pages();
  vault.set({
    onCall: (times) => times === 3 && vault.valid.clear(),
    refuseTokens: { status: 400, error: 'invalid_grant' },
  });
  const lost = await api.startRun(twice, team);
  expect(await resultsOf(lost.id)).toMatchObject([{ result: 'Inside.' }, { isError: true }]);
  expect(pages()).toBe(before);
  await page.goto(`/c/${lost.conversationId}`);
  const agent = page.getByRole('region', { name: 'Agent A' });
  if (!(await agent.isVisible())) await page.getByRole('button', { name: /How it was/ }).click();
  await expect(agent).toContainText('Works without Vault: The sign-in has ended.');
  await expectAccessible(page, 'a run that needs a sign-in');
  await agent.getByRole('link', { name: 'Sign in to Vault under Settings → MCP' }).click();

  // Where the link leads the sign-in is begun again, and can be left.
  await expect(page.getByRole('heading', { name: 'Vault', level: 1 })).toBeVisible();
  vault.set({ refuseTokens: null });
  await openPage(page, vault);
  await page.getByRole('link', { name: 'Allow' }).click();
  await expect(page.getByText('Ready', { exact: true })).toBeVisible();
  const revoked = () => vault.asked.filter((one) => one === 'POST /revoke').length;
  const earlier = revoked();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page.getByText('Asks you to sign in')).toBeVisible();
  expect(revoked()).toBeGreaterThan(earlier);
  const without = await api.startRun('Chain: Vault__read {}', team);
  expect(await resultsOf(without.id)).toEqual([]);
});

test('whoever comes back without a session signs in first, and the sign-in at the server is finished then', async ({
  browser,
  vault,
  trusting: app,
}) => {
  const api = new Api(app.url);
  const transport = { type: 'http', url: vault.server.url };
  const { body } = await api.send('POST', '/api/v1/mcp/servers', { name: 'Vault', transport });
  const page = await (await browser.newContext({ baseURL: app.url })).newPage();
  await signIn(page);
  await page.goto(`/settings/mcp/${body.server.id}`);
  await openPage(page, vault);
  await page.context().clearCookies();
  await page.getByRole('link', { name: 'Allow' }).click();
  await expect(page).toHaveURL(/\/signin\?callbackUrl=%2Fapi%2Fmcp%2Foauth%2Fcallback/);
  expect(vault.tokenRequests).toEqual([]);

  // A password that is mistyped loses nothing either.
  await page.getByLabel('E-mail').fill(ADMIN.email);
  await page.getByLabel('Password').fill('not the password');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).toHaveURL(/\/signin\?error=/);
  await page.getByLabel('Password').fill(ADMIN.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).toHaveURL(/\/settings\/mcp\/[^/?]+(\?signIn=done)?$/);
  await expect(page.getByText('You are signed in.', { exact: false })).toBeVisible();
  expect(vault.count('authorization_code')).toBe(1);
});

test('of two people only the one who began a sign-in can end it, and a wrong state uses nothing up', async ({
  browser,
  vault,
  trusting: app,
}) => {
  const api = new Api(app.url);
  const transport = { type: 'http', url: vault.server.url };
  const made = await api.send('POST', '/api/v1/mcp/servers', { name: 'Vault', transport });
  expect((await api.send('POST', '/api/v1/users', PERSON)).status).toBe(201);
  const ann = await (await browser.newContext({ baseURL: app.url })).newPage();
  await signIn(ann);
  const bob = await (await browser.newContext({ baseURL: app.url })).newPage();
  await signIn(bob, PERSON);

  await ann.goto(`/settings/mcp/${made.body.server.id}`);
  await openPage(ann, vault);
  const back = await ann.getByRole('link', { name: 'Allow' }).getAttribute('href');
  const wrong = new URL(back ?? '');
  wrong.searchParams.set('state', 'another');
  for (const [page, link] of [
    [bob, back ?? ''],
    [ann, wrong.href],
  ] as const) {
    const other = await page.context().newPage();
    await other.goto(link);
    await expect(other).toHaveURL(/\/settings\/mcp\?signIn=unknown$/);
    await expect(other.getByText('This sign-in was not begun by you in this browser')).toBeVisible();
    await other.close();
  }
  expect(vault.tokenRequests).toEqual([]);
  // A program that asks is told so; so is one whose key is wrong.
  const byKey = { accept: 'text/html', authorization: 'Bearer wrong' };
  for (const headers of [{ accept: '*/*' }, byKey] satisfies Record<string, string>[]) {
    const stranger = await fetch(back ?? '', { redirect: 'manual', headers: { ...headers } });
    expect(stranger.status).toBe(401);
  }

  await ann.getByRole('link', { name: 'Allow' }).click();
  await expect(ann.getByText('You are signed in.', { exact: false })).toBeVisible();
  expect(vault.count('authorization_code')).toBe(1);
  // Once it has been used it is good for nobody.
  await ann.goto(back ?? '');
  await expect(ann).toHaveURL(/\/settings\/mcp\?signIn=unknown$/);
  expect(vault.count('authorization_code')).toBe(1);
});
