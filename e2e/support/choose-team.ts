import type { Page } from '@playwright/test';

/** Chooses who answers next, in the composer. */
export async function chooseTeam(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^Team: / }).click();
  await page.getByRole('menuitemradio', { name }).click();
}
