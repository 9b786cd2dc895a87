import type { Locator, Page } from '@playwright/test';
import { ADMIN } from './support/app-server';
import { expect, test } from './support/fixtures';
import { doubleTeam } from './support/teams';

const MOST_STOPS = 80;
const region = (page: Page, slot: string) => page.getByRole('region', { name: `Agent ${slot}`, exact: true });
const said = (page: Page) => page.locator('.sr-only[aria-live=polite]');

/** Presses Tab until the focus is there. */
async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    if ((await target.count()) > 0 && (await target.evaluate((element) => element === document.activeElement))) return;
    await page.keyboard.press(key);
  }
  await expect(target, 'Tab does not lead there').toBeFocused();
}

test('from sign-in to the final answer by keyboard, and nothing is decided by one key', async ({
  api,
  app,
  browser,
  doubles,
}) => {
  const saved = { ...doubleTeam(doubles, ['team-a', 'rate-2x10000', 'rate-2x10000']), name: 'Keys only' };
  await api.send('POST', '/api/v1/teams', saved);
  const page = await (await browser.newContext({ baseURL: app.url })).newPage();
  const { keyboard } = page;
  await page.goto('/signin');
  await expect(page.getByLabel('E-mail')).toBeFocused();
  await keyboard.type(ADMIN.email);
  await keyboard.press('Tab');
  await keyboard.type(ADMIN.password);
  await keyboard.press('Enter');
  const message = page.getByRole('textbox', { name: 'Message' });
  await expect(message).toBeFocused();

  const picker = page.getByRole('button', { name: /^Team: / });
  await tabTo(page, picker);
  await keyboard.press('Enter');
  const items = page.getByRole('menu').locator('[role^=menuitem]');
  // It is open, and listens to keys.
  await expect(items.first()).toBeFocused();
  await keyboard.press('End');
  await expect(items.last()).toBeFocused();
  await keyboard.press('Home');
  await expect(items.first()).toBeFocused();
  await keyboard.type('keys o');
  await expect(page.getByRole('menuitemradio', { name: /^Keys only/ })).toBeFocused();
  await keyboard.press('Enter');
  await expect(picker).toBeFocused();
  await expect(picker).toContainText('Keys only');

  await tabTo(page, message, 'Shift+Tab');
  await keyboard.type('Which plan is best?');
  await keyboard.press('Enter');
  await expect(page).toHaveURL(/\/c\//);
  await expect(region(page, 'A')).toContainText('A.1');
  await expect(message).toBeFocused();
  // Esc gets people out of many things: one does not end a run.
  await keyboard.press('Escape');
  await expect(page.getByText('Press Esc again to stop the run.')).toBeVisible();
  await tabTo(page, page.getByRole('button', { name: 'Answer now' }), 'Shift+Tab');
  await keyboard.press('1');
  await expect(region(page, 'A')).toBeFocused();
  await keyboard.press('u');
  await expect(page.getByRole('dialog', { name: 'Use A.1?' })).toBeVisible();
  await keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(region(page, 'A')).toBeFocused();
  await expect(page.getByRole('button', { name: 'Stop', exact: true })).toBeVisible();
  await keyboard.press('u');
  await tabTo(page, page.getByRole('dialog').getByRole('button', { name: 'Use A.1' }));
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Final answer' })).toBeVisible({ timeout: 30_000 });
  await expect(said(page)).toContainText('Final answer: ');
  await page.context().close();
});

test('the focus goes back to where it came from, also when the row is gone', async ({ api, owner }) => {
  for (const title of ['Third row', 'Second row', 'First row']) {
    await api.send('POST', '/api/v1/conversations', { title });
  }
  await owner.goto('/');
  const { keyboard } = owner;
  const actions = (title: string) => owner.getByRole('button', { name: `Actions for ${title}` });
  await actions('First row').focus();
  await keyboard.press('Enter');
  await expect(owner.getByRole('menuitem', { name: 'Pin' })).toBeFocused();
  await keyboard.press('End');
  await expect(owner.getByRole('menuitem', { name: 'Rename' })).not.toBeFocused();
  await keyboard.type('ren');
  await expect(owner.getByRole('menuitem', { name: 'Rename' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(owner.getByRole('textbox', { name: 'Title' })).toBeFocused();
  await keyboard.press('Escape');
  await expect(actions('First row')).toBeFocused();

  await keyboard.press('Enter');
  await expect(owner.getByRole('menuitem', { name: 'Pin' })).toBeFocused();
  await keyboard.press('End');
  await keyboard.press('Enter');
  await expect(owner.getByRole('dialog')).toBeVisible();
  await keyboard.press('Escape');
  await expect(actions('First row')).toBeFocused();

  await keyboard.press('Enter');
  await expect(owner.getByRole('menuitem', { name: 'Pin' })).toBeFocused();
  await keyboard.press('End');
  await keyboard.press('Enter');
  await tabTo(owner, owner.getByRole('dialog').getByRole('button', { name: 'Delete' }));
  await keyboard.press('Enter');
  await expect(actions('First row')).toHaveCount(0);
  await expect(owner.getByRole('link', { name: 'Second row' })).toBeFocused();

  // In the team editor the button that added is where the next one may come from.
  await owner.goto('/teams/new');
  await owner.getByRole('button', { name: 'Add a parameter to agent A' }).press('Enter');
  await owner.getByRole('button', { name: 'Remove parameter 1' }).press('Enter');
  await expect(owner.getByRole('button', { name: 'Add a parameter to agent A' })).toBeFocused();
});

test('single keys can be switched off, and stay off', async ({ owner }) => {
  await owner.goto('/settings/keyboard');
  await owner.getByRole('switch', { name: 'Single-key shortcuts' }).press('Space');
  await owner.reload();
  await expect(owner.getByRole('switch', { name: 'Single-key shortcuts' })).not.toBeChecked();
  await owner.keyboard.press('?');
  await owner.keyboard.press('n');
  await expect(owner.getByRole('dialog')).toHaveCount(0);
  await expect(owner).toHaveURL(/\/settings\/keyboard$/);
  await owner.getByRole('switch', { name: 'Single-key shortcuts' }).press('Space');
  await owner.keyboard.press('?');
  await expect(owner.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
});
