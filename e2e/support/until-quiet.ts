import { expect, type Page } from '@playwright/test';

/** Waits until the page has loaded nothing more for half a second. The stream of what changes in its list never ends, so the network is never idle. */
export async function untilQuiet(page: Page): Promise<void> {
  let before = -1;
  await expect
    .poll(
      async () => {
        const loaded = await page.evaluate(() => performance.getEntriesByType('resource').length);
        const isQuiet = loaded === before;
        before = loaded;
        return isQuiet;
      },
      { intervals: [500], timeout: 30_000 },
    )
    .toBe(true);
}
