import type { Browser, BrowserContext, Page } from '@playwright/test';

/**
 * The browser whose pages, in `goto` and `reload`, also wait until their controls answer: on a slow machine a click or a
 * key can come before the page's script.
 */
export function withLiveControls(browser: Browser): Browser {
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options) => ofContext(await newContext(options));
  return browser;
}

function ofContext(context: BrowserContext): BrowserContext {
  const newPage = context.newPage.bind(context);
  context.newPage = async () => ofPage(await newPage());
  return context;
}

function ofPage(page: Page): Page {
  const goto = page.goto.bind(page);
  page.goto = async (...args) => {
    const response = await goto(...args);
    await untilLive(page);
    return response;
  };
  const reload = page.reload.bind(page);
  page.reload = async (...args) => {
    const response = await reload(...args);
    await untilLive(page);
    return response;
  };
  return page;
}

/** A page that is not of the app, such as a saved file, has nothing to wait for. */
async function untilLive(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      !('__next_f' in window) ||
      [...document.querySelectorAll('button, textarea')].every((control) =>
        Object.keys(control).some((key) => key.startsWith('__react')),
      ),
  );
}
