/** (r) Typing while four agents stream 50 tokens/s each, with 20 conversations in the sidebar: what holds the page up, in Chromium. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDoubles } from '../e2e/doubles/start-doubles';
import { ADMIN, ADMIN_ENV, startApp } from '../e2e/support/app-server';
import { doubleTeam } from '../e2e/support/teams';
import { sendJson } from './support/load';
import { takeWatched, watchMainThread } from './support/long-tasks';
import { finishReport, report } from './support/report';
import { signedInPage } from './support/signed-in-page';

const AGENTS = 4;
const RATE = 50;
const SECONDS = 12;
const KEY_MS = 120;

const auth = { authorization: `Bearer ${ADMIN.apiKey}` };
const doubles = await startDoubles();
const dataDir = mkdtempSync(join(tmpdir(), 'massgen-bench-'));
const app = await startApp({ dataDir, env: { ...ADMIN_ENV, MASSGEN_TRUSTED_ORIGINS: doubles.origin } });
for (let index = 1; index < 20; index += 1)
  await sendJson(`${app.url}/api/v1/conversations`, 'POST', auth, { title: `Conversation ${index}` });
const { browser, page } = await signedInPage(app.url);

const team = doubleTeam(
  doubles,
  Array.from({ length: AGENTS }, () => `rate-${RATE}x${RATE * (SECONDS + 8)}`),
);
const { run } = await sendJson(`${app.url}/api/v1/runs`, 'POST', auth, { input: 'Write for long.', team });
await page.goto(`/c/${run.conversationId}`);
const box = page.getByRole('textbox', { name: 'Message' });
await box.click();
await page.getByRole('region', { name: 'Agent D' }).waitFor();
// What is loaded at the first key, and what the start of the page leaves behind, is over by then.
await page.keyboard.type('Now ', { delay: KEY_MS });
await page.waitForTimeout(1_000);
const rows = await page.locator('nav[aria-label=Conversations] li').count();
report({ name: 'conversations in the sidebar', value: rows, unit: '', target: 20, atLeast: true });

await watchMainThread(page);
const began = await streamed();
const from = performance.now();
while (performance.now() - from < SECONDS * 1_000) await page.keyboard.type('more ', { delay: KEY_MS });
const seconds = (performance.now() - from) / 1_000;
const { longestTask, slowestKey } = await takeWatched(page);
const perSecond = ((await streamed()) - began) / seconds;
report({
  name: 'words that came to the page',
  value: perSecond,
  unit: '/s',
  target: AGENTS * RATE * 0.9,
  atLeast: true,
});
report({ name: 'longest task', value: longestTask, unit: 'ms', target: 50 });
report({ name: 'from a key to the picture that shows it, slowest', value: slowestKey, unit: 'ms', target: 100 });

await browser.close();
await app.stop();
await doubles.close();
rmSync(dataDir, { recursive: true, force: true });
finishReport();

/** Words that the page shows of all agents: their texts count them. */
function streamed(): Promise<number> {
  return page.evaluate(() => {
    const cards = [...document.querySelectorAll('section[aria-label^="Agent "]')];
    const counted = cards.map((card) =>
      [...(card.textContent ?? '').matchAll(/w(\d+)/g)].map(([, word]) => Number(word)),
    );
    return counted.reduce((sum, words) => sum + Math.max(0, ...words), 0);
  });
}
