/** (j) A long conversation: what its page weighs, and when its newest answer can be read in Chromium. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { startDoubles } from '../e2e/doubles/start-doubles';
import { ADMIN, ADMIN_ENV, startApp } from '../e2e/support/app-server';
import { readEvents } from '../e2e/support/read-events';
import { doubleTeam } from '../e2e/support/teams';
import { sendJson } from './support/load';
import { finishReport, report } from './support/report';
import { median } from './support/statistics';

const OPENINGS = 5;
const auth = { authorization: `Bearer ${ADMIN.apiKey}` };

const doubles = await startDoubles();
const dataDir = mkdtempSync(join(tmpdir(), 'massgen-bench-'));
const app = await startApp({ dataDir, env: { ...ADMIN_ENV, MASSGEN_TRUSTED_ORIGINS: doubles.origin } });

/** A conversation of so many turns whose answers have so many words of about eight characters. */
async function converse(turns: number, words: number): Promise<string> {
  const team = doubleTeam(doubles, [`rate-0x${words}`]);
  let path = '/api/v1/runs';
  let id = '';
  for (let turn = 1; turn <= turns; turn += 1) {
    const { run } = await sendJson(app.url + path, 'POST', auth, { input: `Question ${turn}.`, team });
    await readEvents(app.url, run.id, { key: ADMIN.apiKey });
    id = run.conversationId;
    path = `/api/v1/conversations/${id}/runs`;
  }
  return id;
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

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH,
  args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'],
});
const page = await browser.newPage({ baseURL: app.url });
await page.goto('/signin');
await page.getByLabel('E-mail').fill(ADMIN.email);
await page.getByLabel('Password').fill(ADMIN.password);
await page.getByRole('button', { name: 'Sign in', exact: true }).click();
await page.getByRole('textbox', { name: 'Message' }).waitFor();

for (const [name, turns, words] of [
  ['150 turns of 2 KB', 150, 250],
  ['3 turns of 200 KB', 3, 22_000],
] as const) {
  const id = await converse(turns, words);
  const response = await page.goto(`/c/${id}`);
  const html = (await response?.text()) ?? '';
  report({ name: `${name}: HTML, raw`, value: html.length / 1024, unit: 'KB', target: 400 });
  const times: number[] = [];
  for (let opening = 0; opening < OPENINGS; opening += 1) times.push(await timeToContent(page, id));
  report({ name: `${name}: newest answer in view, median`, value: median(times), unit: 'ms', target: 700 });
}

await browser.close();
await app.stop();
await doubles.close();
rmSync(dataDir, { recursive: true, force: true });
finishReport();
