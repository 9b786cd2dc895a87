import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunEvent } from '../lib/protocol/event';
import { startDoubles } from './doubles/start-doubles';
import { Api } from './support/api';
import { ADMIN, ADMIN_ENV, startApp } from './support/app-server';
import { expect, signIn, test } from './support/fixtures';
import { freePort } from './support/free-port';
import { readEvents } from './support/read-events';
import { doubleTeam } from './support/teams';

const ROUNDS = Number(process.env.CRASH_ROUNDS ?? 4);
const TERMINAL = ['run.finished', 'run.stopped', 'run.failed'];

test(`kill -9 in mid-run, ${ROUNDS} times at random moments: nothing published is lost or repeated`, async ({
  browser,
}) => {
  test.setTimeout(60_000 + ROUNDS * 30_000);
  const dataDir = mkdtempSync(join(tmpdir(), 'massgen-crash-'));
  const doubles = await startDoubles();
  const port = await freePort();
  const options = { dataDir, port, env: { ...ADMIN_ENV, MASSGEN_TRUSTED_ORIGINS: doubles.origin } };
  let app = await startApp(options);
  const api = new Api(app.url);
  const page = await (await browser.newContext({ baseURL: app.url })).newPage();
  await signIn(page);

  for (let round = 0; round < ROUNDS; round += 1) {
    const run = await api.startRun(`Question ${round}`, doubleTeam(doubles, ['team-a', 'team-b', 'team-c']));
    await page.goto(`/c/${run.conversationId}`);
    const killAfter = 2 + Math.floor(Math.random() * 60);
    const before = await readEvents(app.url, run.id, {
      key: ADMIN.apiKey,
      until: (event) => event.seq >= killAfter,
    });
    await app.stop('SIGKILL');
    app = await startApp(options);

    const after = await readEvents(app.url, run.id, { key: ADMIN.apiKey });
    expect(after.ended, `round ${round}: the stream ends`).toBe(true);
    for (const [seq, line] of before.lines) expect(after.lines.get(seq), `round ${round}, seq ${seq}`).toBe(line);
    expectWholeLog(after.events);
    // The page that stayed open goes on by itself, without a reload.
    await expect(page.getByRole('heading', { name: 'Final answer' })).toBeVisible({ timeout: 30_000 });
  }

  await app.stop();
  await doubles.close();
  rmSync(dataDir, { recursive: true, force: true });
});

test('a page waits for a server that is away, says so, and does then what was asked of it', async ({ browser }) => {
  test.setTimeout(180_000);
  const dataDir = mkdtempSync(join(tmpdir(), 'massgen-away-'));
  const options = { dataDir, port: await freePort(), env: ADMIN_ENV };
  let app = await startApp(options);
  const page = await (await browser.newContext({ baseURL: app.url })).newPage();
  await signIn(page);
  const run = await new Api(app.url).startRun('What is 12 % of 250?', 'demo');
  await page.goto(`/c/${run.conversationId}`);
  await expect(page.getByRole('heading', { name: 'Final answer' })).toBeVisible();

  await app.stop('SIGKILL');
  await page.getByRole('link', { name: 'Teams' }).click();
  await expect(page.getByText('The server cannot be reached.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Final answer' })).toBeVisible();
  app = await startApp(options);
  await expect(page.getByRole('heading', { name: 'Teams', exact: true })).toBeVisible();
  await expect(page.getByText('The server cannot be reached.')).toHaveCount(0);

  await app.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** One terminal event, the last; every answer version once; every valid vote by a slot once and for a known answer. */
function expectWholeLog(events: RunEvent[]): void {
  const terminal = events.filter((event) => TERMINAL.includes(event.type));
  expect(terminal.map((event) => event.type)).toEqual(['run.finished']);
  expect(events.at(-1)).toBe(terminal[0]);
  const answers = events.flatMap((event) => (event.type === 'answer.posted' ? [event.answerId] : []));
  expect(new Set(answers).size).toBe(answers.length);
  const voided = new Set(events.flatMap((event) => (event.type === 'vote.voided' ? [event.voteSeq] : [])));
  const valid = events.flatMap((event) => (event.type === 'vote.cast' && !voided.has(event.seq) ? [event] : []));
  const keys = valid.map((vote) => `${vote.slot}/${vote.round}`);
  expect(new Set(keys).size).toBe(keys.length);
  for (const vote of valid) if (vote.answerId) expect(answers).toContain(vote.answerId);
}
