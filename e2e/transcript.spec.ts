import type { Browser, BrowserContextOptions, Locator, Page } from '@playwright/test';
import type { Doubles } from './doubles/start-doubles';
import { Api } from './support/api';
import { ADMIN, type AppServer } from './support/app-server';
import { expect, signIn, test } from './support/fixtures';
import { readEvents } from './support/read-events';
import { doubleTeam } from './support/teams';

const SCREENS: [string, BrowserContextOptions][] = [
  ['1440 px, mouse', { viewport: { width: 1440, height: 900 } }],
  ['820 px, touch', { viewport: { width: 820, height: 1180 }, hasTouch: true }],
  ['390 px, touch', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }],
];
const LENGTHS = [1, 2, 7, 150];

const quick = (doubles: Doubles, pieces: number) => doubleTeam(doubles, [`rate-0x${pieces}`], { name: 'Quick' });
const question = (page: Page, number: number) => page.locator('[data-turn] p', { hasText: `Question ${number}.` });
const turns = (page: Page) => page.locator('[data-turn]');
const transcript = (page: Page) => page.locator('[data-transcript]');
const top = (locator: Locator) => locator.evaluate((element) => Math.round(element.getBoundingClientRect().top));

/** The same when nothing moves any more: what an agent has done is read when its fold opens. */
async function restingTop(locator: Locator): Promise<number> {
  let now = await top(locator);
  for (let before = Number.NaN; now !== before; ) {
    before = now;
    await locator.page().waitForTimeout(250);
    now = await top(locator);
  }
  return now;
}

/** A conversation of so many short turns, `Question 1.` to `Question n.`, the last answer being `pieces` long. */
async function converse(api: Api, doubles: Doubles, length: number, pieces = 40): Promise<string> {
  let conversationId = '';
  for (let number = 1; number <= length; number += 1) {
    const path = conversationId ? `/api/v1/conversations/${conversationId}/runs` : '/api/v1/runs';
    const team = quick(doubles, number === length ? pieces : 40);
    const { status, body } = await api.send('POST', path, { input: `Question ${number}.`, team });
    expect(status).toBe(202);
    conversationId = body.run.conversationId;
    await readEvents(api.url, body.run.id, { key: ADMIN.apiKey });
  }
  return conversationId;
}

/** Whether an element is in the window, not under the composer. */
async function expectInView(page: Page, element: Locator, what: string): Promise<void> {
  await expect
    .poll(
      async () => {
        const bottom = await transcript(page).evaluate((box) => box.getBoundingClientRect().bottom);
        const box = await element.boundingBox();
        return box !== null && box.y >= 0 && box.y + Math.min(box.height, 40) <= bottom;
      },
      { message: what },
    )
    .toBe(true);
}

async function openAs(app: AppServer, browser: Browser, options: BrowserContextOptions) {
  const context = await browser.newContext({ baseURL: app.url, ...options });
  const page = await context.newPage();
  await signIn(page);
  return page;
}

async function send(page: Page, text: string, hasTouch: boolean): Promise<void> {
  await page.getByRole('textbox', { name: 'Message' }).fill(text);
  const button = page.getByRole('button', { name: 'Send', exact: true });
  await (hasTouch ? button.tap() : button.click());
}

test.describe('a conversation', () => {
  const made = new Map<number, string>();
  test.beforeAll(async ({ app, doubles }) => {
    test.setTimeout(400_000);
    const api = new Api(app.url);
    for (const length of LENGTHS) made.set(length, await converse(api, doubles, length));
  });
  const idOf = (length: number) => made.get(length) ?? '';

  for (const [name, options] of SCREENS) {
    test(`shows the newest question when it opens and when one is sent (${name})`, async ({ app, browser }) => {
      test.setTimeout(180_000);
      const page = await openAs(app, browser, options);
      for (const length of LENGTHS) {
        await page.goto(`/c/${idOf(length)}`);
        const newest = turns(page).last().locator('p').first();
        await expect(newest).toHaveText(/^Question \d+\.$/);
        await expectInView(page, newest, `the newest of ${length} turns, opened`);
        const text = `Question ${Date.now()}.`;
        await send(page, text, options.hasTouch ?? false);
        const sent = turns(page).last().getByText(text);
        await expectInView(page, sent, `the question after ${length} turns, sent`);
        await expect(turns(page).last().getByRole('heading', { name: 'Final answer' })).toBeVisible();
        await expectInView(page, sent, `the question after ${length} turns, answered`);
      }
      await page.context().close();
    });
  }

  test('reads earlier turns as one scrolls up, and what is read stays where it is', async ({ owner }) => {
    await owner.goto(`/c/${idOf(150)}`);
    await expect(owner.getByRole('button', { name: 'Jump to the latest' })).toBeHidden();
    expect(await turns(owner).count()).toBeLessThanOrEqual(12);
    const first = turns(owner).first();
    const id = await first.getAttribute('data-turn');
    const same = owner.locator(`[data-turn="${id}"]`);
    await transcript(owner).evaluate((box) => {
      box.scrollTop = 300;
    });
    const before = await top(same);
    await expect.poll(() => turns(owner).count()).toBeGreaterThan(12);
    expect(Math.abs((await top(same)) - before)).toBeLessThanOrEqual(2);
    await owner.getByRole('button', { name: 'Jump to the latest' }).click();
    await expectInView(owner, turns(owner).last().locator('p').first(), 'the newest, after the jump');
    await expect(owner.getByRole('button', { name: 'Jump to the latest' })).toBeHidden();
  });

  test('has all of its turns for a search in the page', async ({ owner }) => {
    await owner.goto(`/c/${idOf(150)}`);
    await expectInView(owner, turns(owner).last().locator('p').first(), 'the newest, opened');
    await owner.keyboard.press('Control+f');
    await expect(question(owner, 1)).toHaveCount(1);
    await expectInView(owner, turns(owner).last().locator('p').first(), 'the newest, all turns being there');
  });

  test('opens at the turn that its address names', async ({ api, owner }) => {
    const { body } = await api.send('GET', `/api/v1/conversations/${idOf(150)}`);
    await owner.goto(`/c/${idOf(150)}#${body.conversation.messages[4].id}`);
    await expectInView(owner, question(owner, 3), 'the third question');
  });

  test('is where it was after going back to it', async ({ owner }) => {
    await owner.goto(`/c/${idOf(150)}`);
    await expect(question(owner, 150)).toBeVisible();
    await expect(async () => {
      await transcript(owner).evaluate((box) => {
        box.scrollTop = 0;
      });
      await expect(question(owner, 95)).toHaveCount(1, { timeout: 500 });
    }).toPass();
    await question(owner, 95).scrollIntoViewIfNeeded();
    // Turns that come into view are laid out after it.
    let before = Number.NaN;
    await expect(async () => {
      const last = before;
      before = await top(question(owner, 95));
      expect(before).toBe(last);
    }).toPass({ intervals: [500] });
    await owner.getByRole('link', { name: 'Teams', exact: true }).click();
    await expect(owner.getByRole('heading', { name: 'Teams' })).toBeVisible();
    await owner.goBack();
    await expect.poll(async () => Math.abs((await top(question(owner, 95))) - before)).toBeLessThanOrEqual(2);
    // Opened anew, it is at the newest again; who turns round before the other page is there has not left this one.
    await owner.getByRole('link', { name: 'Teams', exact: true }).click();
    await expect(owner.getByRole('heading', { name: 'Teams' })).toBeVisible();
    await owner
      .getByRole('navigation', { name: 'Conversations' })
      .locator(`[href="/c/${idOf(150)}"]`)
      .click();
    await expectInView(owner, turns(owner).last().locator('p').first(), 'the newest, opened anew');
  });

  test('folds and unfolds without moving what is read', async ({ owner }) => {
    await owner.goto(`/c/${idOf(2)}`);
    const fold = owner.getByRole('button', { name: /How it was decided/ }).last();
    await fold.scrollIntoViewIfNeeded();
    const before = await top(fold);
    await fold.click();
    await expect(owner.getByRole('region', { name: 'Agent A' })).toBeVisible();
    expect(await top(fold)).toBe(before);
    // Near the end, so that the window would be pushed back.
    await transcript(owner).evaluate((box) => {
      box.scrollTop = box.scrollHeight;
    });
    const low = await restingTop(fold);
    await fold.focus();
    await owner.keyboard.press('Enter');
    await expect(owner.getByRole('region', { name: 'Agent A' })).toBeHidden();
    expect(Math.abs((await top(fold)) - low)).toBeLessThanOrEqual(2);
  });
});

test('a huge answer comes as its beginning, once, and whole when somebody wants it', async ({
  api,
  doubles,
  owner,
}) => {
  const id = await converse(api, doubles, 2, 40_000);
  const { body } = await api.send('GET', `/api/v1/conversations/${id}`);
  const whole: string = body.conversation.messages.at(-1).result.final;
  expect(whole.length).toBeGreaterThan(200_000);
  const page = await owner.goto(`/c/${id}`);
  expect((await page?.text())?.length ?? 0).toBeLessThan(300_000);
  await expectInView(owner, question(owner, 2), 'the question of a huge answer');
  const answer = turns(owner).last().getByRole('region', { name: 'Final answer' });
  const lastWords = whole.trim().split(/\s+/).slice(-3).join(' ');
  await expect(answer.getByText(lastWords)).toHaveCount(0);
  await answer.getByRole('button', { name: 'Show the rest' }).click();
  await expect(answer.getByText(lastWords)).toHaveCount(1);
});
