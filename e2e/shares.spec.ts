import { randomBytes } from 'node:crypto';
import type { Browser, Page } from '@playwright/test';
import type { Api } from './support/api';
import { ADMIN } from './support/app-server';
import { expectAccessible } from './support/expect-accessible';
import { expect, signIn, test } from './support/fixtures';
import { readEvents } from './support/read-events';
import { doubleTeam } from './support/teams';
import { untilQuiet } from './support/until-quiet';

const LEVELS = ['final', 'answers', 'tools', 'files'];

async function share(api: Api, conversationId: string, body: object = {}): Promise<{ id: string; path: string }> {
  const made = await api.send('POST', '/api/v1/shares', { conversationId, ...body });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return { id: made.body.share.id, path: new URL(made.body.share.url).pathname };
}

/** A window of somebody who is not signed in. */
async function stranger(browser: Browser, baseURL: string, phone = false): Promise<Page> {
  const context = await browser.newContext({ baseURL, ...(phone && { viewport: { width: 390, height: 844 } }) });
  return context.newPage();
}

/** Bytes of script that a page loads, as they come over the network. */
async function scriptBytes(page: Page, path: string): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.clearBrowserCache');
  const scripts = new Set<string>();
  let bytes = 0;
  session.on('Network.responseReceived', ({ requestId, response }) => {
    if (/javascript/.test(response.mimeType)) scripts.add(requestId);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await page.goto(path);
  await untilQuiet(page);
  await session.detach();
  return bytes;
}

/**
 * A page's parts without what differs between two requests for one page: the nonce, the address itself, and the order
 * in which the rows of React's payload were ready, which is chance.
 */
function partsOf(html: string, path: string): string[] {
  return html
    .replaceAll(path.split('/').at(-1) ?? '', 'TOKEN')
    .replace(/nonce(?:="|\\?":\\?")[^"\\]*/g, 'nonce')
    .split(/"\]\)<\/script><script[^>]*>self\.__next_f\.push\(\[1,"|\\n/)
    .filter((part) => part !== '')
    .sort();
}

test('a link is made from the conversation after a preview, opened by a stranger, and revoked', async ({
  api,
  app,
  browser,
  doubles,
  owner,
}) => {
  const team = doubleTeam(doubles, ['team-a', 'team-b']);
  const run = await api.startRun('Which lighthouse is the oldest?', team);
  await readEvents(app.url, run.id, { key: ADMIN.apiKey });
  await owner.goto(`/c/${run.conversationId}`);
  await owner.getByRole('button', { name: 'Share', exact: true }).click();
  const dialog = owner.getByRole('dialog');
  await dialog.getByRole('radio', { name: /Answers and votes/ }).check();
  // What few change is said in a line, and opens.
  await expect(dialog.getByText('Anyone with the link · as it is now · without an end')).toBeVisible();
  await expect(dialog.getByRole('radio', { name: /Live/ })).toBeHidden();
  await expect(dialog.getByRole('button', { name: 'Preview' })).toBeInViewport({ ratio: 1 });
  await dialog.getByText('More choices').click();
  await dialog.getByLabel('Ends').selectOption('In 7 days');
  await expect(dialog.getByText('Anyone with the link · as it is now · for 7 days')).toBeVisible();
  await expectAccessible(owner, 'the dialog of a link');
  await dialog.getByRole('button', { name: 'Preview' }).click();
  const preview = dialog.getByRole('region', { name: 'What a stranger will see' });
  await expect(preview).toContainText('Which lighthouse is the oldest?');
  await preview.getByText('How it was decided').click();
  await expect(preview.getByRole('region', { name: 'Votes' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Create link' }).click();
  const url = await dialog.getByRole('textbox', { name: 'Address' }).inputValue();
  const { pathname } = new URL(url);

  const page = await stranger(browser, app.url, true);
  const opened = await page.goto(pathname);
  expect(opened?.headers()).toMatchObject({ 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex, nofollow' });
  await expect(page.getByText('Which lighthouse is the oldest?').first()).toBeVisible();
  await page.getByText('How it was decided').click();
  await expect(page.getByRole('region', { name: 'Published answers' })).toContainText('A.1');
  await expectAccessible(page, 'a shared page');
  await page.getByRole('button', { name: 'Replay the run' }).click();
  await expect(page.getByRole('list', { name: 'Timeline' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);

  await owner.goto('/settings/links');
  await expect(owner.getByText('1 view').first()).toBeVisible();
  await expectAccessible(owner, 'the list of links');
  // Other tests have made links of theirs.
  const link = owner.getByRole('listitem').filter({ hasText: /Which lighthouse is the oldest\?.* view/s });
  await link.getByRole('button', { name: /^Revoke:/ }).click();
  await owner.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await expect(link).toContainText('Revoked');
  await page.reload();
  await expect(page.getByRole('heading', { name: 'This link does not open' })).toBeVisible();
  const never = `/share/${randomBytes(32).toString('base64url')}`;
  const [gone, was] = await Promise.all([pathname, never].map(async (path) => fetch(`${app.url}${path}`)));
  expect([gone?.status, was?.status]).toEqual([404, 404]);
  expect(partsOf((await gone?.text()) ?? '', pathname)).toEqual(partsOf((await was?.text()) ?? '', never));
  await page.context().close();
});

test('a conversation is shared from its row in the list too', async ({ api, app, doubles, owner }) => {
  const run = await api.startRun('Which bridge is the longest?', doubleTeam(doubles, ['team-a']));
  await readEvents(app.url, run.id, { key: ADMIN.apiKey });
  await owner.goto('/');
  await owner.getByRole('button', { name: /^Actions for Which bridge/ }).click();
  await owner.getByRole('menuitem', { name: 'Share…' }).click();
  await expect(owner.getByRole('dialog', { name: 'Share this conversation' })).toBeVisible();
  // Each step has a title of its own.
  const dialog = owner.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Preview' }).click();
  await expect(dialog.getByRole('region', { name: 'What a stranger will see' })).toContainText(
    'Which bridge is the longest?',
  );
  await owner.keyboard.press('Escape');
  await expect(owner.getByRole('button', { name: /^Actions for Which bridge/ })).toBeFocused();
});

test('a live link is followed as the run goes, ends where it is revoked, and is continued as a copy', async ({
  api,
  app,
  browser,
  doubles,
}) => {
  const run = await api.startRun('Tell it slowly.', doubleTeam(doubles, ['slow']));
  await readEvents(app.url, run.id, { key: ADMIN.apiKey, until: ({ type }) => type === 'agent.started' });
  const live = await share(api, run.conversationId, { mode: 'live', level: 'tools' });
  const page = await stranger(browser, app.url);
  await page.goto(live.path);
  await expect(page.getByText('The agents are working on it.')).toBeVisible();
  await readEvents(app.url, run.id, { key: ADMIN.apiKey });
  await expect(page.getByText('The agents are working on it.')).toBeHidden();

  const created = await api.send('POST', '/api/v1/users', {
    email: 'reader@example.test',
    password: 'a long password',
  });
  expect(created.status).toBe(201);
  const reader = await stranger(browser, app.url);
  await signIn(reader, { email: 'reader@example.test', password: 'a long password' });
  await reader.goto(live.path);
  await reader.getByRole('button', { name: 'Continue as my own copy' }).click();
  await reader.waitForURL(/\/c\//);
  await expect(reader.getByText('Tell it slowly.').first()).toBeVisible();
  await expect(reader.getByText(/^Imported from/)).toBeVisible();

  const next = await api.send('POST', `/api/v1/conversations/${run.conversationId}/runs`, {
    input: 'And again.',
    team: doubleTeam(doubles, ['slow']),
  });
  await page.reload();
  await expect(page.getByText('And again.')).toBeVisible();
  await api.send('DELETE', `/api/v1/shares/${live.id}`);
  await expect(page.getByRole('heading', { name: 'This link does not open' })).toBeVisible();
  await api.send('POST', `/api/v1/runs/${next.body.run.id}/stop`, {});
  for (const window of [page, reader]) await window.context().close();
});

test('pages hold what their level says and no more; a password is asked for; the script is small', async ({
  api,
  app,
  browser,
  doubles,
}) => {
  const [backend] = doubleTeam(doubles, ['team-a']).agents;
  const agent = { ...backend, name: 'mark-name', systemMessage: 'mark-system' };
  const run = await api.startRun('mark-question', { name: 'mark-team', agents: [agent, { ...agent, name: 'Other' }] });
  await readEvents(app.url, run.id, { key: ADMIN.apiKey });
  for (const [at, level] of LEVELS.entries()) {
    for (const systemMessages of [false, true]) {
      const { path } = await share(api, run.conversationId, { level, systemMessages });
      // As a page, and as data for a page that is open.
      const [html, flight] = [
        await fetch(`${app.url}${path}`),
        await fetch(`${app.url}${path}`, { headers: { rsc: '1' } }),
      ];
      for (const text of [await html.text(), await flight.text()]) {
        expect(text).toContain('mark-question');
        expect(text.includes('mark-name'), level).toBe(at >= 1);
        expect(text.includes('mark-system'), level).toBe(at >= 1 && systemMessages);
        for (const never of [ADMIN.email, doubles.origin, run.conversationId]) expect(text).not.toContain(never);
      }
    }
  }
  const open = await share(api, run.conversationId, { level: 'files' });
  const shut = await share(api, run.conversationId, { password: 'open sesame' });
  expect(await (await fetch(`${app.url}${open.path}`)).text()).toContain('og:title');
  expect(await (await fetch(`${app.url}${shut.path}`)).text()).not.toMatch(/mark-|og:title/);

  const picture = (path: string) => fetch(`${app.url}${path}/picture`);
  const drawn = await picture(open.path);
  expect([drawn.status, drawn.headers.get('content-type')]).toEqual([200, 'image/png']);
  expect(
    Buffer.from(await drawn.arrayBuffer())
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG');
  const forSome = await share(api, run.conversationId, { audience: 'signedIn' });
  const never = `/share/${randomBytes(32).toString('base64url')}`;
  for (const path of [shut.path, forSome.path, never]) {
    const none = await picture(path);
    expect([none.status, await none.text()]).toEqual([404, '']);
  }

  const page = await stranger(browser, app.url);
  await page.goto(shut.path);
  await page.getByLabel('Password').fill('wrong one');
  await page.getByRole('button', { name: 'Open' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'The password is wrong.' })).toBeVisible();
  await expectAccessible(page, 'a page with a password');
  await page.getByLabel('Password').fill('open sesame');
  await page.getByRole('button', { name: 'Open' }).click();
  await expect(page.getByText('mark-question').first()).toBeVisible();
  const empty = await scriptBytes(page, `/share/${randomBytes(32).toString('base64url')}`);
  const whole = await scriptBytes(page, open.path);
  expect((whole - empty) / 1024).toBeLessThan(30);
  await page.context().close();
});
