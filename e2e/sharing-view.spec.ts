import type { Page } from '@playwright/test';
import type { RunEvent } from '../lib/protocol/event';
import type { Doubles } from './doubles/start-doubles';
import { ADMIN } from './support/app-server';
import { chooseTeam } from './support/choose-team';
import { expect, signIn, test } from './support/fixtures';
import { ofType } from './support/of-type';
import { readEvents } from './support/read-events';
import { doubleTeam } from './support/teams';

// Without tools of their own the doubles have their own text to share.
const SHARING = { coordination: { contextSharing: { enabled: true, include: ['answers', 'notes', 'messages'] } } };
const words = new Intl.NumberFormat('en');
const agent = (page: Page, slot: string) => page.getByRole('group', { name: `Agent ${slot}` });
const versionsOf = (page: Page, slot: string) => page.getByRole('region', { name: `Versions of ${slot}` });
const matrix = (page: Page) => page.getByRole('region', { name: 'Who saw whose work' });
const sharingTeam = (doubles: Doubles, models: string[]) => doubleTeam(doubles, models, SHARING);

/** Opens the fold, whether or not it is open already because the run goes on, and in it the tab. */
async function showContext(page: Page): Promise<void> {
  const fold = page.getByRole('button', { name: /How it was decided/ });
  const tab = page.getByRole('tab', { name: 'Context' });
  await expect(async () => {
    if ((await fold.getAttribute('aria-expanded')) === 'false') await fold.click();
    await tab.click({ timeout: 1000 });
  }).toPass();
}

/** What the tab says of a run is what the run's log says. */
async function expectToAgree(page: Page, events: RunEvent[]): Promise<void> {
  const captured = ofType(events, 'context.captured');
  const delivered = ofType(events, 'context.delivered');
  const contexts = delivered.flatMap((event) => event.contexts ?? []);
  const notes = ofType(events, 'note.posted');
  const tokens = contexts.reduce((sum, context) => sum + context.tokens, 0);
  expect(contexts.length).toBeGreaterThan(0);
  expect(notes.length).toBeGreaterThan(0);
  const totals = page.getByText(/^Captured \d+ snapshots?: /);
  await expect(totals).toContainText(`Captured ${captured.length} snapshots: `);
  await expect(totals).toContainText(`delivered ${contexts.length} contexts: ${words.format(tokens)} tokens`);
  for (const slot of new Set(captured.map((event) => event.slot))) {
    const hashes = captured.filter((event) => event.slot === slot).map(({ hash }) => hash.slice(0, 8));
    await expect(versionsOf(page, slot).getByTitle(/^[0-9a-f]{64}$/)).toHaveText(hashes.toReversed());
  }
  const given = delivered.flatMap((event) => [
    ...event.answerIds.map((id) => `${event.slot} was given from ${id.split('.')[0]}`),
    ...(event.noteIds ?? []).map((id) => `${event.slot} was given from ${id.split('-')[0]}`),
    ...(event.contexts ?? []).map(({ from }) => `${event.slot} was given from ${from}`),
  ]);
  await expect(matrix(page).getByRole('button', { name: /^What \w was given from/ })).toHaveCount(new Set(given).size);
  for (const pair of new Set(given)) {
    await expect(matrix(page).getByRole('button', { name: `What ${pair}` })).toBeVisible();
  }
  const board = page.getByRole('region', { name: 'Notes on the board' }).getByRole('listitem');
  await expect(board).toHaveCount(notes.length);
  for (const [index, { noteId, text }] of notes.entries()) {
    const readers = new Set(delivered.filter(({ noteIds }) => noteIds?.includes(noteId)).map(({ slot }) => slot));
    await expect(board.nth(index)).toContainText(text);
    await expect(board.nth(index)).toContainText(readers.size > 0 ? `read by ${[...readers].sort()[0]}` : 'not read');
  }
}

test('sharing is switched on in the editor; the tab agrees with the log while the run goes on and after it', async ({
  api,
  app,
  doubles,
  owner,
}) => {
  const plain = { ...doubleTeam(doubles, ['note-a', 'note-b', 'slow-c']), name: 'Sharers' };
  const { id } = (await api.send('POST', '/api/v1/teams', plain)).body.team;
  await owner.goto(`/teams/${id}`);
  await owner.getByRole('switch', { name: /share the work/ }).check();
  await owner.getByRole('checkbox', { name: 'Messages', exact: true }).first().check();
  await owner.getByLabel('Tokens from each agent').fill('6000');
  await agent(owner, 'C').getByRole('button', { name: 'Sharing' }).click();
  await agent(owner, 'C').getByRole('checkbox', { name: 'Shares its work' }).uncheck();
  await agent(owner, 'C').getByRole('checkbox', { name: 'C reads from B' }).uncheck();
  await expect(agent(owner, 'C').getByRole('button', { name: 'Sharing' })).toContainText('Keeps its work to itself');
  await owner.getByRole('button', { name: 'Save team' }).click();
  await expect(owner).toHaveURL(/\/teams$/);
  expect((await api.send('GET', `/api/v1/teams/${id}`)).body.team).toMatchObject({
    coordination: {
      contextSharing: {
        enabled: true,
        include: expect.arrayContaining(['answers', 'notes', 'messages']),
        maxTokensPerPeer: 6000,
      },
    },
    agents: [{}, {}, { contextSharing: { share: false, from: ['A'] } }],
  });

  await owner.getByRole('link', { name: 'New chat' }).click();
  await chooseTeam(owner, 'Sharers');
  await owner.getByRole('textbox', { name: 'Message' }).fill('What do the figures come to?');
  await owner.getByRole('button', { name: 'Send' }).click();
  await expect(owner).toHaveURL(/\/c\/[0-9a-f-]{36}$/);
  await showContext(owner);
  // C is still at its first reply.
  await expect(versionsOf(owner, 'A')).toContainText('Answer A.1');
  await expect(
    matrix(owner)
      .getByRole('button', { name: /^What \w was given from A/ })
      .first(),
  ).toBeVisible();
  await expect(owner.getByRole('button', { name: 'Stop', exact: true })).toBeVisible();

  const conversationId = owner.url().split('/').at(-1);
  const { messages } = (await api.send('GET', `/api/v1/conversations/${conversationId}`)).body.conversation;
  const { runId } = messages.at(-1);
  const { events } = await readEvents(app.url, runId, { key: ADMIN.apiKey });
  expect(events.at(-1)?.type).toBe('run.finished');
  await expect(owner.getByRole('heading', { name: 'Final answer' })).toBeVisible();
  await expectToAgree(owner, events);
  await owner.reload();
  await showContext(owner);
  await expectToAgree(owner, events);
  // What it was told: nobody reads C, and C reads A only.
  for (const { slot, contexts = [] } of ofType(events, 'context.delivered')) {
    const from = contexts.map((context) => context.from);
    expect(slot === 'C' ? ['A'] : ['A', 'B']).toEqual(expect.arrayContaining(from));
  }

  const { contexts } = (await api.send('GET', '/api/v1/usage')).body;
  expect(contexts).toMatchObject({ snapshots: expect.any(Number), failures: 0 });
  expect(contexts.deliveries).toBeGreaterThan(0);
  await owner.goto('/settings/usage');
  const usage = owner.getByRole('region', { name: 'Context sharing' });
  await expect(usage).toContainText(`Snapshots${contexts.snapshots}`);
  await expect(usage).toContainText(`Deliveries${contexts.deliveries}`);
});

test('with the keyboard alone: open a version, continue from it; the branch before is as it was', async ({
  api,
  app,
  doubles,
  owner,
}) => {
  const run = await api.startRun('Which way is the shorter?', sharingTeam(doubles, ['note-a', 'note-b']));
  await readEvents(app.url, run.id, { key: ADMIN.apiKey });
  const log = async () => (await readEvents(app.url, run.id, { key: ADMIN.apiKey })).lines;
  const before = await log();
  await owner.goto(`/c/${run.conversationId}`);
  const final = owner.getByRole('region', { name: 'Final answer' });
  await expect(final).toBeVisible();
  const said = await final.innerText();
  const { keyboard } = owner;

  await owner.getByRole('textbox', { name: 'Message' }).blur();
  await keyboard.press('g');
  await keyboard.press('x');
  await expect(owner.getByRole('tab', { name: 'Context' })).toHaveAttribute('aria-selected', 'true');
  await expect(matrix(owner)).toBeVisible();
  const tabTo = async (name: string | RegExp) => {
    const target = owner.getByRole('button', { name }).first();
    // Each conversation in the sidebar takes two.
    for (let presses = 0; presses < 400; presses++) {
      if (await target.evaluate((element) => element === document.activeElement)) return target;
      await keyboard.press('Tab');
    }
    throw new Error(`The Tab key does not come to ${name}.`);
  };
  await tabTo(/^What A was given from B/);
  await keyboard.press('Enter');
  const opened = owner.getByRole('region', { name: 'What A was given from B' });
  await expect(opened).toContainText('work behind B.');
  await tabTo('Show the text that A was given');
  await keyboard.press('Enter');
  await expect(opened).toContainText('<peer_context from="agent B"');

  const show = await tabTo('Show A’s context at A.1');
  await keyboard.press('Enter');
  const dialog = owner.getByRole('dialog');
  await expect(dialog.getByRole('tab', { name: 'Answers 1' })).toHaveAttribute('aria-selected', 'true');
  await dialog.getByRole('tab', { name: 'Answers 1' }).focus();
  for (const name of ['Messages', 'Tool calls', 'Files', 'Notes 1']) {
    await keyboard.press('ArrowRight');
    await expect(dialog.getByRole('tab', { name })).toHaveAttribute('aria-selected', 'true');
  }
  await expect(dialog).toContainText('Note of note-a: look at the units before you sum up.');
  await keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(show).toBeFocused();

  await tabTo(/^More for A’s context at A\.1/);
  await keyboard.press('Enter');
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(owner.getByLabel('Next question')).toBeFocused();
  await keyboard.type('And the safer one?');
  await keyboard.press('Enter');
  const continued = owner.getByRole('region', { name: 'Answer this branch continues from' });
  await expect(continued).toContainText('Continued from A.1’s context');
  await expect(continued).toContainText('Answer 1 of note-a');
  await expect(final).toBeVisible({ timeout: 30_000 });
  await expect(owner.getByText('And the safer one?', { exact: true })).toBeVisible();
  await expect(owner.getByRole('status', { name: 'Branch 2 of 2' })).toBeVisible();

  await tabTo('Show the previous answer');
  await keyboard.press('Enter');
  await expect(owner.getByRole('status', { name: 'Branch 1 of 2' })).toBeVisible();
  await expect(continued).toHaveCount(0);
  await expect(owner.getByText('And the safer one?', { exact: true })).toHaveCount(0);
  expect(await final.innerText()).toBe(said);
  expect(await log()).toEqual(before);
  await tabTo('Show the next answer');
  await keyboard.press('Enter');
  await expect(continued).toBeVisible();
  await expect(owner.getByText('And the safer one?', { exact: true })).toBeVisible();
});

test('the teams that share are listed with what they need, and the demo of it works without a key', async ({
  owner,
}) => {
  await owner.goto('/teams');
  const team = (name: string) => owner.getByRole('listitem').filter({ has: owner.getByRole('heading', { name }) });
  const without = (label: string) => new RegExp(`cannot answer: ${label} is not set up. .*Set up ${label}`);
  await expect(team('Pair: two Claude Code agents')).toContainText(without('Claude Code'));
  await expect(team('Claude Code with reviewers')).toContainText(without('OpenAI'));
  await expect(team('Local with a strong reviewer')).toContainText(without('LM Studio'));
  await expect(team('Demo: sharing context')).not.toContainText('cannot answer');

  await owner.getByRole('link', { name: 'New chat' }).click();
  await chooseTeam(owner, 'Demo: sharing context');
  const question = 'What does it cost?\n\nFood: 4,200 EUR\nRooms: 9,850 EUR\nNetwork: 1,950 EUR\nTotal: 15,000 EUR';
  await owner.getByRole('textbox', { name: 'Message' }).fill(question);
  await owner.getByRole('button', { name: 'Send' }).click();
  await expect(owner.getByRole('heading', { name: 'Final answer' })).toBeVisible({ timeout: 60_000 });
  await showContext(owner);
  const notes = owner.getByRole('region', { name: 'Notes on the board' });
  await expect(notes).toContainText('15,000 EUR does not agree');
  await expect(notes).toContainText('read by A and B');
});

test('on a phone: nothing sticks out while a run goes on, and a snapshot can be read and compared', async ({
  api,
  app,
  browser,
  doubles,
}) => {
  const phone = await browser.newContext({ baseURL: app.url, viewport: { width: 390, height: 844 }, isMobile: true });
  const page = await phone.newPage();
  await signIn(page);
  const run = await api.startRun('Is the small one enough?', sharingTeam(doubles, ['note-a', 'note-b', 'slow-c']));
  await page.goto(`/c/${run.conversationId}`);
  await expect(page.getByRole('button', { name: 'Steer' })).toBeVisible();
  const [box, send] = await Promise.all([
    page.getByRole('textbox', { name: 'Message' }).boundingBox(),
    page.getByRole('button', { name: 'Send' }).boundingBox(),
  ]);
  expect((send?.x ?? 390) + (send?.width ?? 0)).toBeLessThan((box?.x ?? 0) + (box?.width ?? 0));
  await page.getByRole('textbox', { name: 'Message' }).blur();
  await page.keyboard.press('g');
  await page.keyboard.press('x');
  await expect(page.getByRole('tab', { name: 'Context' })).toBeInViewport({ ratio: 0.95 });
  await versionsOf(page, 'A').getByRole('button', { name: 'Show A’s context at A.1' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Answer 1 of note-a');
  await dialog.getByRole('button', { name: 'Compare with…' }).click();
  await expect(dialog.getByLabel('To', { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await readEvents(app.url, run.id, { key: ADMIN.apiKey });
  await expect(page.getByRole('heading', { name: 'Final answer' })).toBeVisible();
  const scrolls = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(scrolls, 'the phone page scrolls sideways').toBe(false);
  await phone.close();
});
