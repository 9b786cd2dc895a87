/** (q) A conversation of 500 messages with 50 runs: what its page weighs, when it can be read, and how it scrolls to its beginning. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { startDoubles } from '../e2e/doubles/start-doubles';
import { ADMIN, ADMIN_ENV, startApp } from '../e2e/support/app-server';
import { readEvents } from '../e2e/support/read-events';
import { doubleTeam } from '../e2e/support/teams';
import { sendJson } from './support/load';
import { scrollThrough, takeWatched, watchMainThread } from './support/long-tasks';
import { finishReport, report } from './support/report';
import { signedInPage } from './support/signed-in-page';
import { median } from './support/statistics';

const MESSAGES = 500;
const RUNS = 50;
const OPENINGS = 5;
const TEXT =
  'An answer of a model is some hundred words long, now and then with **emphasis**, `code` and a list:\n\n- one\n- two\n\n'.repeat(
    8,
  );

const auth = { authorization: `Bearer ${ADMIN.apiKey}` };
const doubles = await startDoubles();
const dataDir = mkdtempSync(join(tmpdir(), 'massgen-bench-'));
const app = await startApp({ dataDir, env: { ...ADMIN_ENV, MASSGEN_TRUSTED_ORIGINS: doubles.origin } });

/** What came with a file, and runs behind it. */
async function converse(): Promise<string> {
  const brought = Array.from({ length: MESSAGES - 2 * RUNS }, (_, index) => ({
    uuid: `m${index}`,
    sender: index % 2 === 0 ? 'human' : 'assistant',
    text: index % 2 === 0 ? `Question ${index / 2 + 1}?` : TEXT,
  }));
  const file = JSON.stringify([{ uuid: 'c', name: 'Long', chat_messages: brought }]);
  const { items } = await sendJson(`${app.url}/api/v1/conversations/import`, 'POST', auth, JSON.parse(file));
  const team = doubleTeam(doubles, ['rate-0x150', 'rate-0x150', 'rate-0x150']);
  const path = `${app.url}/api/v1/conversations/${items[0].id}/runs`;
  for (let turn = 1; turn <= RUNS; turn += 1) {
    const { run } = await sendJson(path, 'POST', auth, { input: `Run ${turn}.`, team });
    await readEvents(app.url, run.id, { key: ADMIN.apiKey });
  }
  return items[0].id;
}

/** Milliseconds from the request until the newest question and its answer are in the window. */
async function timeToContent(page: Page, id: string): Promise<number> {
  await page.goto('about:blank');
  await page.goto(`/c/${id}`, { waitUntil: 'commit' });
  const shown = await page.waitForFunction(() => {
    const newest = [...document.querySelectorAll('[data-turn]')].at(-1);
    const answer = newest?.querySelector('.prose-block');
    const top = newest?.getBoundingClientRect().top ?? -1;
    return answer && top >= 0 && top < window.innerHeight / 2 ? performance.now() : null;
  });
  return (await shown.jsonValue()) ?? Number.NaN;
}

const id = await converse();
const { browser, page } = await signedInPage(app.url);
const response = await page.goto(`/c/${id}`);
report({ name: 'HTML, raw', value: ((await response?.text()) ?? '').length / 1024, unit: 'KB', target: 400 });
const times: number[] = [];
for (let opening = 0; opening < OPENINGS; opening += 1) times.push(await timeToContent(page, id));
report({ name: 'newest answer in view, median', value: median(times), unit: 'ms', target: 700 });

await page.getByRole('textbox', { name: 'Message' }).waitFor();
await watchMainThread(page);
const frames = await scrollThrough(page, '[data-transcript]', -300);
const turns = await page.locator('[data-turn]').count();
report({ name: 'turns in the page at its beginning', value: turns, unit: '', target: MESSAGES / 2, atLeast: true });
const up = await takeWatched(page);
report({
  name: `up to the beginning in ${frames} frames, longest task`,
  value: up.longestTask,
  unit: 'ms',
  target: 100,
});
await scrollThrough(page, '[data-transcript]', 2_000);
const down = await takeWatched(page);
report({ name: 'down to the end, longest task', value: down.longestTask, unit: 'ms', target: 100 });

await browser.close();
await app.stop();
await doubles.close();
rmSync(dataDir, { recursive: true, force: true });
finishReport();
