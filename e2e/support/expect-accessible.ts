import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './fixtures';

/** Beside an open menu or dialog: hands the focus on at once and never holds it, which axe cannot see. */
const FOCUS_GUARD = '[data-base-ui-focus-guard]';
/** A menu hangs on its button, wherever in the page it stands; axe would have it in a landmark. */
const OPEN_MENU = '[role=menu]';

/** Themes differ in colours alone, so these rules are all that can fall out differently in the second one. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** Checks a page as it is with every rule of axe in the light theme, and with those about colours in the dark one. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    // Off by default until WCAG 2.2 is demanded everywhere.
    const rules = { 'target-size': { enabled: true }, region: { enabled: !(await page.isVisible(OPEN_MENU)) } };
    // No page has a frame; the other mode opens a blank page for each reading to bring frames together.
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode()
      .exclude(FOCUS_GUARD)
      .options({
        resultTypes: ['violations'],
        ...(colorScheme === 'light' ? { rules } : { runOnly: { type: 'rule', values: COLOUR_RULES } }),
      })
      .analyze();
    const found = violations.flatMap(({ id, impact, nodes }) =>
      nodes.map(({ target, html }) => `${id} (${impact}): ${target.join(' ')} ${html.slice(0, 160)}`),
    );
    expect.soft(found, `${what}, ${colorScheme}`).toEqual([]);
  }
}
