import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { ADMIN } from './support/app-server';
import { expect, signIn, test } from './support/fixtures';
import { readEvents } from './support/read-events';
import { doubleTeam } from './support/teams';

/** What Markdown, HTML and signs of direction can try; each part sets `window.hurt` or loads something from elsewhere where it succeeds. */
const HOSTILE = [
  '# <script>window.hurt = 1</script>',
  '<img src="https://elsewhere.example/p.png" onerror="window.hurt = 2">',
  '![picture](https://elsewhere.example/q.png)',
  '[a link](javascript:window.hurt=3) and <a href="data:text/html,<script>top.hurt=4</script>">another</a>',
  '<iframe src="https://elsewhere.example/"></iframe><svg onload="window.hurt = 5"></svg><style>* { display: none }</style>',
  '</main></body></html><plaintext>',
  '| a | b |\n|---|---|\n| <img src=x onerror=window.hurt=6> | `</code><script>window.hurt=7</script>` |',
  '$$\\href{javascript:window.hurt=8}{x}$$ $\\includegraphics{https://elsewhere.example/r.png}$',
  `${'> '.repeat(500)}deep ${'*_'.repeat(2_000)} ${'['.repeat(3_000)}`,
  'exe.\u202etxt\u202c \u0000\u0007 \u2066hidden',
  'The end can be read.',
].join('\n\n');

/** Fails where a page asks another server, opens a dialog, or has an error. */
function watch(page: Page, isOwn: (url: string) => boolean): string[] {
  const faults: string[] = [];
  page.on('request', (request) => !isOwn(request.url()) && faults.push(`asked ${request.url()}`));
  page.on('dialog', (dialog) => {
    faults.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => faults.push(`error ${error.message}`));
  return faults;
}

/** What may be written; a model's answer may hold a NUL besides. */
const WRITTEN = HOSTILE.replaceAll('\u0000', '');
const END = 'The end can be read.';

/** The last place that shows it; others may be folded. */
const shownEnd = (page: Page) => page.getByText(END).filter({ visible: true }).last();

const hurt = (page: Page) => page.evaluate(() => (window as unknown as { hurt?: number }).hurt);

test('hostile text neither runs nor breaks anything: in the page, behind a link, in exports, as a title and in notifications', async ({
  api,
  app,
  browser,
  doubles,
}) => {
  test.setTimeout(180_000);
  const own = (url: string) => url.startsWith(app.url) || /^(?:data|blob):/.test(url);
  const context = await browser.newContext({ baseURL: app.url });
  const page = await context.newPage();
  await signIn(page);
  const faults = watch(page, own);
  const question = `${WRITTEN}\n\nbase64:${Buffer.from(HOSTILE).toString('base64url')}`;
  const run = await api.startRun(question, doubleTeam(doubles, ['recite']));
  const { events } = await readEvents(app.url, run.id, { key: ADMIN.apiKey });
  expect(events.at(-1)).toMatchObject({ type: 'run.finished' });
  const title = WRITTEN.slice(0, 190);
  const place = `/api/v1/conversations/${run.conversationId}`;
  const changes = { title, summary: WRITTEN.slice(0, 900) };
  expect((await api.send('PATCH', place, changes)).status).toBe(200);

  await page.goto(`/c/${run.conversationId}`);
  await expect(shownEnd(page)).toBeVisible();
  await expect(page.getByRole('region', { name: /answer/i }).getByText(END)).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Message' })).toBeVisible();
  await page.goto('/search');
  await expect(page.getByRole('link', { name: /window\.hurt/ }).last()).toBeVisible();
  expect(await hurt(page)).toBeUndefined();

  // Told by the page while another one is looked at, and by the system when none is.
  await page.evaluate(() => {
    const told: unknown[] = [];
    Object.assign(window, { told });
    window.Notification = class {
      static permission = 'granted';
      constructor(...given: unknown[]) {
        told.push(given);
      }
      close() {}
    } as unknown as typeof Notification;
  });
  const told = () => page.evaluate(() => (window as unknown as { told: unknown[] }).told);
  const askAgain = async () => {
    const again = await api.send('POST', `${place}/runs`, { input: 'Again.', team: doubleTeam(doubles, ['team-a']) });
    expect(again.status, JSON.stringify(again.body)).toBe(202);
  };
  await askAgain();
  await expect(page.getByText('has an answer.')).toContainText('<script>window.hurt = 1</script>');
  expect(await told()).toEqual([]);
  await page.evaluate(() => Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' }));
  await askAgain();
  await expect.poll(told).toEqual([[title, expect.objectContaining({ body: 'The team has answered.' })]]);
  expect(await hurt(page)).toBeUndefined();
  expect(faults).toEqual([]);

  const shared = await api.send('POST', '/api/v1/shares', {
    ...{ conversationId: run.conversationId, title },
    ...{ level: 'files', mode: 'live' },
  });
  expect(shared.status, JSON.stringify(shared.body)).toBe(201);
  const stranger = await (await browser.newContext()).newPage();
  const strangers = watch(stranger, own);
  await stranger.goto(shared.body.share.url);
  await expect(shownEnd(stranger)).toBeVisible();
  expect(await hurt(stranger)).toBeUndefined();
  expect(strangers).toEqual([]);
  await stranger.context().close();

  // Of the whole as a page: opened from a disk, without any network.
  const { body: html } = await api.send('GET', `${place}/export?format=html&include=files`);
  const folder = mkdtempSync(join(tmpdir(), 'massgen-hostile-'));
  const file = join(folder, 'export.html');
  writeFileSync(file, html);
  const offline = await browser.newContext({ offline: true });
  const reader = await offline.newPage();
  const address = pathToFileURL(file).href;
  const asked = watch(reader, (url) => url === address || url.startsWith('data:'));
  await reader.goto(address);
  await expect(shownEnd(reader)).toBeVisible();
  expect(await hurt(reader)).toBeUndefined();
  expect(asked).toEqual([]);
  await offline.close();
  rmSync(folder, { recursive: true, force: true });

  const { body: markdown } = await api.send('GET', `${place}/export?format=md&include=answers`);
  expect(markdown).toContain(END);
  await context.close();
});
