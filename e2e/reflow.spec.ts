import type { Page } from '@playwright/test';
import { ADMIN } from './support/app-server';
import { expect, signIn, test } from './support/fixtures';
import { readEvents } from './support/read-events';
import { doubleTeam } from './support/teams';

const key = ADMIN.apiKey;
const PATHS = [
  '/',
  '/teams',
  '/teams/new',
  '/teams/import',
  '/settings',
  '/settings/models',
  '/settings/prompts',
  '/settings/data',
  '/settings/mcp',
  '/settings/usage',
];
const TABS = ['Agents', 'Timeline', 'Answers & diff', 'Votes', 'Cost'];

/** Boxes that a person would have to scroll sideways as well: none but tables, code, and strips of tabs or choices. */
function sideways(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const allowed = 'pre, table, [role=group], [role=tablist], nav, fieldset, textarea, input, select';
    return [...document.querySelectorAll<HTMLElement>('body *')]
      .filter(
        (box) =>
          /auto|scroll/.test(getComputedStyle(box).overflowX) &&
          !box.closest(allowed) &&
          !box.matches(':has(> table, > pre)'),
      )
      .filter((box) => box.scrollWidth > box.clientWidth + 1)
      .concat(document.documentElement.scrollWidth > innerWidth ? [document.documentElement] : [])
      .map((box) => `${box.tagName} ${box.className} ${box.scrollWidth} > ${box.clientWidth}`);
  });
}

/** What a finger is meant to hit and cannot well; links in a text are as high as the text. */
function small(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, summary, select, input, textarea, [role=tab], a[href]')]
      .filter(
        (target) => target.checkVisibility({ checkOpacity: true }) && !target.closest('.sr-only, p, li > p, [hidden]'),
      )
      .filter((target) => !(target instanceof HTMLInputElement && ['checkbox', 'file'].includes(target.type)))
      .map((target) => ({ target, box: target.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 1 && (box.width < 43.5 || box.height < 43.5))
      .map(({ target, box }) => `${target.outerHTML.slice(0, 120)} ${box.width} × ${box.height}`),
  );
}

test('at 400 % nothing is lost and nothing scrolls in two directions', async ({ api, app, doubles, owner }) => {
  await owner.setViewportSize({ width: 320, height: 256 });
  for (const path of PATHS) {
    await owner.goto(path);
    await expect(owner.getByRole('main')).toBeVisible();
    if (path === '/settings/models') await expect(owner.getByRole('list', { name: 'Backends' })).toBeVisible();
    expect.soft(await sideways(owner), path).toEqual([]);
  }
  const run = await api.startRun('Compare the plans.', doubleTeam(doubles, ['team-a', 'team-b', 'team-c']));
  await owner.goto(`/c/${run.conversationId}`);
  await expect(owner.getByRole('button', { name: 'Stop', exact: true })).toBeVisible();
  expect.soft(await sideways(owner), 'live').toEqual([]);
  await readEvents(app.url, run.id, { key });
  await owner.reload();
  await owner.getByRole('button', { name: /How it was decided/ }).click();
  for (const name of TABS) {
    await owner.getByRole('tab', { name, exact: true }).click();
    await expect(owner.getByRole('tabpanel').locator('.breathe')).toHaveCount(0);
    expect.soft(await sideways(owner), name).toEqual([]);
  }
});

test('a finger can hit everything, and no field makes a phone zoom in', async ({ api, app, browser, doubles }) => {
  const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
  const page = await (await browser.newContext({ baseURL: app.url, ...phone })).newPage();
  await signIn(page);
  for (const path of PATHS) {
    await page.goto(path);
    await expect(page.getByRole('main')).toBeVisible();
    expect.soft(await small(page), path).toEqual([]);
    const sizes = await page
      .locator('input:not([type=checkbox], [type=range], [type=file]), select, textarea')
      .evaluateAll((fields) => fields.map((field) => Number.parseFloat(getComputedStyle(field).fontSize)));
    expect.soft(Math.min(16, ...sizes), path).toBeGreaterThanOrEqual(16);
  }
  const run = await api.startRun('Compare the plans.', doubleTeam(doubles, ['team-a', 'team-b', 'rate-2x10000']));
  await page.goto(`/c/${run.conversationId}`);
  await expect(page.getByRole('button', { name: 'Stop', exact: true })).toBeVisible();
  expect.soft(await small(page), 'live').toEqual([]);
  await api.send('POST', `/api/v1/runs/${run.id}/stop`, {});
  await readEvents(app.url, run.id, { key });
  await expect(page.getByRole('tabpanel')).toHaveCount(0);
  await page.getByRole('button', { name: /How it was decided/ }).click();
  for (const name of TABS) {
    await page.getByRole('tab', { name, exact: true }).click();
    await expect(page.getByRole('tabpanel').locator('.breathe')).toHaveCount(0);
    if (name !== 'Cost') expect.soft(await small(page), name).toEqual([]);
  }
  await page.context().close();
});

test('where the system chooses the colours, what is chosen and what is drawn stay visible', async ({
  api,
  app,
  doubles,
  owner,
}) => {
  const run = await api.startRun('Compare the plans.', doubleTeam(doubles, ['team-a', 'team-b']));
  await readEvents(app.url, run.id, { key });
  await owner.emulateMedia({ forcedColors: 'active' });
  await owner.goto(`/c/${run.conversationId}`);
  await owner.getByRole('button', { name: /How it was decided/ }).click();
  const ground = (name: string) =>
    owner.getByRole('tab', { name, exact: true }).evaluate((tab) => getComputedStyle(tab).backgroundColor);
  await owner.getByRole('tab', { name: 'Timeline' }).click();
  expect(await ground('Timeline')).not.toBe(await ground('Votes'));
  const marks = owner.getByRole('tabpanel').locator('.chart-mark');
  await expect(marks.first()).toBeVisible();
  const colours = await marks.evaluateAll((all) => [
    ...new Set(all.map((mark) => getComputedStyle(mark).backgroundColor)),
  ]);
  const page = await owner.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(colours).not.toContain(page);
  expect(colours).not.toContain('rgba(0, 0, 0, 0)');
});
