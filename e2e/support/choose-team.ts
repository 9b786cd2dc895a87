import { expect, type Page } from '@playwright/test';

/** Chooses who answers next, in the composer. On a busy machine a click can come before the page's script. */
export async function chooseTeam(page: Page, name: string): Promise<void> {
  const menu = page.getByRole('menu');
  await expect(async () => {
    if (!(await menu.isVisible())) await page.getByRole('button', { name: /^Team: / }).click();
    await expect(menu).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await page.getByRole('menuitemradio', { name }).click();
}
