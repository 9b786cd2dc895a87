import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Api } from './support/api';
import { ADMIN_ENV, startApp } from './support/app-server';
import { expectAccessible } from './support/expect-accessible';
import { expect, signIn, test } from './support/fixtures';
import { freePort } from './support/free-port';
import { recite } from './support/recite';

/** What the double answers to the question, and to the request for a title too. */
const HOSTILE =
  '# **Prices**\u202e of <b>salt</b>\u0007\n\nSalt was asked about: <img src=x onerror=alert(1)> it is cheap.';

test('a model of the team names a conversation after its first answer, once, also across a crash; what a person writes stays', async ({
  browser,
  doubles,
}) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'massgen-naming-'));
  const env = { ...ADMIN_ENV, MASSGEN_TRUSTED_ORIGINS: doubles.origin, MASSGEN_TITLES: 'model' };
  const options = { dataDir, port: await freePort(), env };
  const before = await startApp(options);
  const api = new Api(before.url);
  const page = await (await browser.newContext({ baseURL: before.url })).newPage();
  page.on('dialog', () => {
    throw new Error('Something in a title has run.');
  });
  await signIn(page);
  doubles.journal.clear();
  const run = await recite(api, doubles, HOSTILE);
  const named = page.getByRole('link', { name: 'Prices of <b>salt</b>' });
  // The list follows by itself.
  await expect(named).toBeVisible();
  const of = async (id: string) => (await api.send('GET', `/api/v1/conversations/${id}`)).body.conversation;
  expect(await of(run.conversationId)).toMatchObject({
    ...{ title: 'Prices of <b>salt</b>', titleBy: 'model' },
    summary: 'Salt was asked about: <img src=x onerror=alert(1)> it is cheap.',
  });
  const asked = doubles.journal.items().filter(({ body }) => JSON.stringify(body).includes('You name conversations'));
  expect(asked).toHaveLength(1);
  const { body: usage } = await api.send('GET', '/api/v1/usage?by=phase');
  expect(JSON.stringify(usage)).toContain('"phase":"title"');

  await named.hover();
  await page.getByRole('button', { name: /^Actions for Prices/ }).click();
  await page.getByRole('menuitem', { name: 'Summary…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Summary' });
  await expect(dialog.getByLabel('What it is about')).toHaveValue(/^Salt was asked about: <img/);
  await expectAccessible(page, 'the summary of a conversation');
  await dialog.getByLabel('What it is about').fill('Mine.');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);
  await named.hover();
  await page.getByRole('button', { name: /^Actions for Prices/ }).click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  // The title alone, without the summary that a pointer on the row is told besides.
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Prices of <b>salt</b>');
  await page.keyboard.press('Escape');
  await api.send('PATCH', `/api/v1/conversations/${run.conversationId}`, { title: 'My title' });
  expect(await of(run.conversationId)).toMatchObject({ title: 'My title', titleBy: 'person', summary: 'Mine.' });

  // It dies between the run's end and the title.
  const cut = await recite(api, doubles, 'Told again\n\nAfter the crash.');
  await before.stop('SIGKILL');
  const after = await startApp(options);
  await expect
    .poll(() => of(cut.conversationId), { timeout: 20_000 })
    .toMatchObject({ title: 'Told again', titleBy: 'model', summary: 'After the crash.' });
  expect(await of(run.conversationId)).toMatchObject({ title: 'My title', summary: 'Mine.' });

  // Whoever wants no model gets none.
  await page.goto('/settings/data');
  await page.getByRole('switch', { name: 'A model of the team writes titles and summaries' }).click();
  await expect.poll(async () => (await api.send('GET', '/api/v1/me/settings')).body.settings.titles).toBe('rule');
  doubles.journal.clear();
  const plain = await recite(api, doubles, 'Not a title\n\nNo summary.');
  await expect.poll(() => of(plain.conversationId)).toMatchObject({ titleBy: 'rule', summary: 'Not a title' });
  expect(JSON.stringify(doubles.journal.items())).not.toContain('You name conversations');
  await page.context().close();
  await after.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

test('how long conversations are kept is asked about with the number that goes, and can be taken back', async ({
  api,
  owner,
}) => {
  await owner.goto('/settings/data');
  const days = owner.getByLabel('Delete conversations that I have not used for');
  await expect(days).toHaveValue('');
  await days.fill('30');
  await expect(owner.getByText('No conversation is that old now.')).toBeVisible();
  await expectAccessible(owner, 'the settings of data');
  await owner.getByRole('button', { name: 'Save', exact: true }).click();
  const kept = async () => (await api.send('GET', '/api/v1/me/settings')).body.settings.retentionDays;
  await expect.poll(kept).toBe(30);
  await owner.reload();
  await expect(days).toHaveValue('30');
  await days.fill('');
  await owner.getByRole('button', { name: 'Save', exact: true }).click();
  await expect.poll(kept).toBe(null);
});
