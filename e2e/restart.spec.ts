import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Api } from './support/api';
import { ADMIN, ADMIN_ENV, startApp } from './support/app-server';
import { expect, signIn, test } from './support/fixtures';
import { freePort } from './support/free-port';
import { readEvents } from './support/read-events';
import { doubleTeam } from './support/teams';

const key = ADMIN.apiKey;

test('a server that is told to end in mid-run hands the run on; the open page continues by itself', async ({
  browser,
  doubles,
}) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'massgen-restart-'));
  const env = { ...ADMIN_ENV, MASSGEN_TRUSTED_ORIGINS: doubles.origin };
  const options = { dataDir, port: await freePort(), env };
  const before = await startApp(options);
  const page = await (await browser.newContext({ baseURL: before.url })).newPage();
  await signIn(page);
  const run = await new Api(before.url).startRun('Compare.', doubleTeam(doubles, ['team-a', 'team-b', 'slow@12']));
  await page.goto(`/c/${run.conversationId}`);
  await expect(page.getByRole('region', { name: 'Agent A' })).toContainText('A.1');
  const seen = await readEvents(before.url, run.id, { key, until: (event) => event.type === 'answer.posted' });
  const told = performance.now();
  await before.stop('SIGTERM');
  // Open browsers hold their connections; that must not keep the old process alive.
  expect(performance.now() - told).toBeLessThan(5000);
  await expect(page.getByText('Reconnecting…')).toBeVisible();

  const after = await startApp(options);
  await expect(page.getByRole('heading', { name: 'Final answer' })).toBeVisible({ timeout: 40_000 });
  const whole = await readEvents(after.url, run.id, { key });
  for (const [seq, line] of seen.lines) expect(whole.lines.get(seq)).toBe(line);
  expect(whole.events.filter((event) => event.type === 'run.resumed')).toHaveLength(1);
  expect(whole.events.at(-1)?.type).toBe('run.finished');
  const answers = whole.events.flatMap((event) => (event.type === 'answer.posted' ? [event.answerId] : []));
  expect(new Set(answers).size).toBe(answers.length);
  await page.context().close();
  await after.stop();
  rmSync(dataDir, { recursive: true, force: true });
});
