import type { Locator, Page } from '@playwright/test';
import { ADMIN } from './support/app-server';
import { expectAccessible } from './support/expect-accessible';
import { expect, signIn, test } from './support/fixtures';
import { readEvents } from './support/read-events';
import { doubleTeam } from './support/teams';

const message = (page: Page) => page.getByRole('textbox', { name: 'Message' });

/** Everything that the page has asked of the server to begin a run. */
function watchRuns(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && /\/api\/v1\/(runs|conversations\/[^/]+\/runs)$/.test(request.url())) {
      asked.push(request.postData() ?? '');
    }
  });
  return asked;
}

test.describe('Enter', () => {
  test('that ends a composition sends nothing, the next one does', async ({ owner }) => {
    const runs = watchRuns(owner);
    const session = await owner.context().newCDPSession(owner);
    await message(owner).focus();
    await session.send('Input.imeSetComposition', { text: 'こんに', selectionStart: 3, selectionEnd: 3 });
    await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', windowsVirtualKeyCode: 229, key: 'Process' });
    await session.send('Input.insertText', { text: 'こんにちは' });
    // Enabled by the page's script: from here on it hears every key.
    await expect(owner.getByRole('button', { name: 'Send', exact: true })).toBeEnabled();
    await expect(message(owner)).toHaveValue('こんにちは');
    for (const last of [
      { keyCode: 229, isComposing: true },
      // Safari: the composition has ended before the key comes.
      { keyCode: 229, isComposing: false },
      { keyCode: 13, isComposing: false },
    ]) {
      const isTaken = await message(owner).evaluate((box, key) => {
        box.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
        box.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: 'こんにちは' }));
        const init = { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true, ...key };
        return !box.dispatchEvent(new KeyboardEvent('keydown', init));
      }, last);
      expect(isTaken, JSON.stringify(last)).toBe(false);
    }
    expect(runs).toEqual([]);
    await expect(message(owner)).toHaveValue('こんにちは');
    // A person needs longer than this from one press to the next; sooner it would be the press that ended the composition.
    await owner.waitForTimeout(100);
    await owner.keyboard.press('Enter');
    await expect(owner).toHaveURL(/\/c\//);
    expect(runs).toHaveLength(1);
  });

  test('on the keyboard of a touch screen makes a new line', async ({ app, browser }) => {
    const context = await browser.newContext({
      baseURL: app.url,
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    const page = await context.newPage();
    await signIn(page);
    const runs = watchRuns(page);
    await message(page).tap();
    await page.keyboard.type('first');
    await page.keyboard.press('Enter');
    await page.keyboard.type('second');
    await expect(message(page)).toHaveValue('first\nsecond');
    expect(runs).toEqual([]);
    await page.getByRole('button', { name: 'Send', exact: true }).tap();
    await expect(page).toHaveURL(/\/c\//);
    await context.close();
  });
});

test.describe('what is not sent yet', () => {
  test('is kept for each conversation and for a new one, with its files', async ({ api, doubles, owner }) => {
    const team = doubleTeam(doubles, ['rate-0x10']);
    const paths: string[] = ['/'];
    for (const input of ['One?', 'Two?']) {
      const run = await api.startRun(input, team);
      await readEvents(api.url, run.id, { key: ADMIN.apiKey });
      paths.push(`/c/${run.conversationId}`);
    }
    for (const path of paths) {
      await owner.goto(path);
      await message(owner).fill(`Draft of ${path}`);
    }
    await owner.getByLabel('Files to attach').setInputFiles({
      name: 'notes.md',
      mimeType: 'text/markdown',
      buffer: Buffer.from('# Notes'),
    });
    await expect(owner.getByRole('list', { name: 'Files to send' })).toContainText('7 bytes');
    await expect(owner.getByText('uploading')).toHaveCount(0);
    await owner.goto(paths[0]!);
    await expect(message(owner)).toHaveValue(`Draft of ${paths[0]}`);
    await owner.goto(paths[1]!);
    await expect(message(owner)).toHaveValue(`Draft of ${paths[1]}`);
    await owner.goto(paths[2]!);
    await expect(message(owner)).toHaveValue(`Draft of ${paths[2]}`);
    await expect(owner.getByRole('list', { name: 'Files to send' })).toContainText('notes.md');
    await owner.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(owner.getByRole('list', { name: 'Attached files' })).toContainText('notes.md');
    await owner.reload();
    await expect(message(owner)).toHaveValue('');
    await expect(owner.getByRole('list', { name: 'Files to send' })).toHaveCount(0);
  });

  test('is kept in the team editor, until it is discarded or saved', async ({ owner }) => {
    await owner.goto('/teams/new');
    await owner.getByLabel('Team name').fill('Half a team');
    await owner.goto('/teams');
    await owner.goto('/teams/new');
    await expect(owner.getByLabel('Team name')).toHaveValue('Half a team');
    await owner.getByRole('button', { name: 'Discard them' }).click();
    await expect(owner.getByLabel('Team name')).toHaveValue('New team');
    await owner.getByLabel('Team name').fill('A whole team');
    await owner.getByRole('button', { name: 'Save team' }).click();
    await expect(owner).toHaveURL(/\/teams$/);
    await owner.goto('/teams/new');
    await expect(owner.getByLabel('Team name')).toHaveValue('New team');
  });

  test('survives the end of a session: after a new sign-in it is sent', async ({ owner }) => {
    const runs = watchRuns(owner);
    await message(owner).fill('Said after my session had ended.');
    await owner.context().clearCookies();
    await owner.keyboard.press('Enter');
    const dialog = owner.getByRole('dialog', { name: 'Sign in again' });
    await expect(dialog).toBeVisible();
    // What stands behind a dialog is hidden from assistive technology while it is open.
    const behind = owner.getByRole('textbox', { name: 'Message', includeHidden: true });
    await expect(behind).toHaveValue('Said after my session had ended.');
    await dialog.getByLabel('Password').fill('wrong');
    await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(dialog).toContainText('The e-mail or the password is wrong.');
    await dialog.getByLabel('Password').fill(ADMIN.password);
    await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(owner).toHaveURL(/\/c\//);
    await expect(owner.locator('[data-turn]')).toContainText('Said after my session had ended.');
    expect(runs).toHaveLength(2);
  });

  test('is still there for who does not sign in at once, and a deep link survives sign-in', async ({
    api,
    doubles,
    owner,
  }) => {
    const run = await api.startRun('Where to?', doubleTeam(doubles, ['rate-0x10']));
    await readEvents(api.url, run.id, { key: ADMIN.apiKey });
    const path = `/c/${run.conversationId}`;
    await owner.goto(path);
    await message(owner).fill('Not sent.');
    await owner.context().clearCookies();
    await owner.keyboard.press('Enter');
    await expect(owner.getByRole('dialog', { name: 'Sign in again' })).toBeVisible();
    await owner.keyboard.press('Escape');
    await expect(owner.getByText(/Your text is still in the box/)).toBeVisible();
    await owner.goto(`${path}?from=mail#place`);
    await expect(owner).toHaveURL(/\/signin\?callbackUrl=/);
    await owner.getByLabel('E-mail').fill(ADMIN.email);
    await owner.getByLabel('Password').fill(ADMIN.password);
    await owner.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(owner).toHaveURL(`${path}?from=mail#place`);
    await expect(message(owner)).toHaveValue('Not sent.');
  });
});

test('the box is the same one before, during and after a run: what is open in it stays open, and the keyboard stays', async ({
  api,
  app,
  doubles,
  owner,
}) => {
  const run = await api.startRun('One?', doubleTeam(doubles, ['rate-0x10']));
  await readEvents(app.url, run.id, { key: ADMIN.apiKey });
  await owner.goto(`/c/${run.conversationId}`);
  await message(owner).fill('And two?');
  await message(owner).evaluate((box) => box.setAttribute('data-marked', ''));
  const marked = owner.locator('textarea[data-marked]');
  const second = owner.waitForResponse((response) => /\/api\/v1\/(runs|conversations\/.*\/runs)$/.test(response.url()));
  await owner.getByRole('button', { name: 'Send', exact: true }).click();
  const { run: asked } = (await (await second).json()) as { run: { id: string } };
  await expect(marked).toBeFocused();
  await owner.getByRole('button', { name: /^Team: / }).click();
  const menu = owner.getByRole('menu');
  await expect(menu).toBeVisible();
  await readEvents(app.url, asked.id, { key: ADMIN.apiKey });
  await expect(owner.getByRole('region', { name: 'Final answer' })).toHaveCount(2);
  await expect(owner.getByRole('button', { name: 'Stop', exact: true })).toHaveCount(0);
  await expect(menu).toBeVisible();
  await owner.keyboard.press('Escape');
  await expect(menu).toHaveCount(0);
  await expect(marked).toHaveCount(1);
});

test('a slash offers saved prompts by name, asks for what stands in their gaps, and files bring them and take them along', async ({
  api,
  owner,
}) => {
  await owner.goto('/settings/prompts');
  const file = { prompts: [{ name: 'Compare prices', text: 'Which is cheaper: {{first}} or {{second}}?' }] };
  const importing = { name: 'prompts.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file)) };
  await owner.getByLabel('File of prompts').setInputFiles(importing);
  await expect(owner.getByText('1 prompt imported.')).toBeVisible();
  await owner.getByLabel('File of prompts').setInputFiles(importing);
  await expect(owner.getByText('0 prompts imported, 1 you already had.')).toBeVisible();
  await owner.getByRole('button', { name: 'New prompt' }).click();
  await owner.getByRole('textbox', { name: 'Name', exact: true }).fill('Compare offers');
  await owner.getByRole('textbox', { name: 'Text', exact: true }).fill('Compare the offers below.');
  await owner.getByRole('button', { name: 'Save prompt' }).click();
  await expect(owner.getByRole('list', { name: 'Saved prompts' }).getByRole('listitem')).toHaveCount(2);
  expect((await api.send('GET', '/api/v1/prompts/export')).body.prompts).toContainEqual({
    ...file.prompts[0],
    variables: ['first', 'second'],
  });

  await owner.goto('/');
  const options = owner.getByRole('listbox', { name: 'Saved prompts' }).getByRole('option');
  await message(owner).fill('/comp');
  await expect(options).toHaveCount(2);
  await expectAccessible(owner, 'saved prompts in the composer');
  // Enter inserts what is marked, and sends nothing.
  await owner.keyboard.press('Enter');
  await expect(message(owner)).toHaveValue('Compare the offers below.');
  await message(owner).fill('/prices com');
  await expect(options).toHaveCount(1);
  await owner.keyboard.press('Escape');
  await expect(options).toHaveCount(0);
  await message(owner).fill('/');
  await owner.keyboard.press('ArrowDown');
  await owner.keyboard.press('Enter');
  const gaps = owner.getByRole('form', { name: 'Compare prices' });
  await gaps.getByLabel('first').fill('3 apples for 2.40');
  await gaps.getByLabel('second').fill('5 apples for 3.50');
  await owner.keyboard.press('Enter');
  await expect(message(owner)).toHaveValue('Which is cheaper: 3 apples for 2.40 or 5 apples for 3.50?');
  await expect(message(owner)).toBeFocused();
  // Nothing fits: it is a message like any other.
  await message(owner).fill('/etc/hosts');
  await expect(options).toHaveCount(0);
  await expect(owner.getByRole('button', { name: 'Send', exact: true })).toBeEnabled();
  await message(owner).fill('');
});

test('on a phone the message box, and what opens in it, is in the window', async ({ api, owner }) => {
  await api.send('POST', '/api/v1/prompts', {
    ...{ name: 'Many gaps', visibility: 'private' },
    text: Array.from({ length: 12 }, (_, index) => `{{gap ${index + 1}}}`).join(' '),
  });
  await owner.setViewportSize({ width: 390, height: 844 });
  await owner.goto('/');
  await expect(owner.getByText(/This team is a simulation/)).toBeAttached();
  const inWindow = async (what: Locator) => {
    const box = await what.boundingBox();
    return box !== null && box.y >= 0 && box.y + box.height <= 844;
  };
  const send = owner.getByRole('button', { name: 'Send', exact: true });
  expect(await inWindow(send)).toBe(true);
  await message(owner).fill('/many');
  await owner.getByRole('option', { name: /Many gaps/ }).click();
  const insert = owner.getByRole('button', { name: 'Insert' });
  await expect(insert).toBeVisible();
  await expect(owner.getByLabel('gap 1', { exact: true })).toBeFocused();
  expect(await inWindow(owner.getByRole('form', { name: 'Many gaps' }))).toBe(true);
  expect(await inWindow(insert)).toBe(true);
  expect(await inWindow(send)).toBe(true);
});
