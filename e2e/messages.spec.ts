import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures';
import { untilQuiet } from './support/until-quiet';

const rows = (page: Page) => page.getByRole('navigation', { name: 'Conversations', exact: true });
const actions = (page: Page, title: string) => rows(page).getByRole('button', { name: `Actions for ${title}` });

test('a short message is said, F6 leads to it and back, and its action works by keyboard', async ({ api, owner }) => {
  await api.send('POST', '/api/v1/conversations', { title: 'Filed by mistake' });
  await owner.goto('/');
  await rows(owner).getByRole('link', { name: 'Filed by mistake' }).hover();
  await actions(owner, 'Filed by mistake').click();
  await owner.getByRole('menuitem', { name: 'Archive' }).click();
  const region = owner.getByRole('region', { name: 'Notifications' });
  await expect(region).toHaveAttribute('aria-live', 'polite');
  await expect(region.getByText('Archived.')).toBeVisible();

  await owner.getByRole('textbox', { name: 'Message' }).focus();
  await owner.keyboard.press('F6');
  await expect(region).toBeFocused();
  await owner.keyboard.press('Shift+Tab');
  await expect(owner.getByRole('textbox', { name: 'Message' })).toBeFocused();
  await owner.keyboard.press('F6');
  const undo = region.getByRole('button', { name: 'Undo' });
  for (let step = 0; step < 4 && !(await undo.evaluate((button) => button === document.activeElement)); step += 1)
    await owner.keyboard.press('Tab');
  await expect(undo).toBeFocused();
  await owner.keyboard.press('Enter');
  await expect(rows(owner).getByRole('link', { name: 'Filed by mistake' })).toBeAttached();
  await expect(region.getByText('Archived.')).toHaveCount(0);
});

test('what the page has to say is shown, with its action, also when the server is away', async ({ api, owner }) => {
  await api.send('POST', '/api/v1/conversations', { title: 'Far from home' });
  await owner.goto('/');
  await rows(owner).getByRole('link', { name: 'Far from home' }).hover();
  await Promise.all([owner.waitForResponse(/\/_next\/static\/.*\.js/), actions(owner, 'Far from home').hover()]);
  await untilQuiet(owner);
  // No key and no press yet: the code that shows messages is still on the server.
  await owner.route('**/_next/static/**', (route) => route.abort());
  await actions(owner, 'Far from home').click();
  await owner.getByRole('menuitem', { name: 'Archive' }).click();
  const said = owner.getByRole('alert').filter({ hasText: 'Archived.' });
  await expect(said).toBeVisible();
  await said.getByRole('button', { name: 'Undo' }).click();
  await expect(said).toHaveCount(0);
  await expect(rows(owner).getByRole('link', { name: 'Far from home' })).toBeAttached();
});
