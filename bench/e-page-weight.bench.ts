/** (e) JavaScript of the conversation page and of a shared page at first load, as the browser receives it (gzip). */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { ADMIN, ADMIN_ENV, startApp } from '../e2e/support/app-server';
import { readEvents } from '../e2e/support/read-events';
import { untilQuiet } from '../e2e/support/until-quiet';
import { sendJson } from './support/load';
import { finishReport, report } from './support/report';

const app = await startApp({ dataDir: mkdtempSync(join(tmpdir(), 'massgen-bench-')), env: ADMIN_ENV });
const auth = { authorization: `Bearer ${ADMIN.apiKey}` };
const { run } = await sendJson(`${app.url}/api/v1/runs`, 'POST', auth, { input: 'What is 17 times 23?', team: 'demo' });
await readEvents(app.url, run.id, { key: ADMIN.apiKey });

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

/** Bytes and number of the scripts that a page loads. */
async function weigh(path: string): Promise<{ bytes: number; scripts: number }> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.clearBrowserCache');
  const scripts = new Set<string>();
  let bytes = 0;
  session.on('Network.responseReceived', ({ requestId, response }) => {
    if (/javascript/.test(response.mimeType)) scripts.add(requestId);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await page.goto(path);
  await untilQuiet(page);
  await session.detach();
  return { bytes, scripts: scripts.size };
}

const conversation = await weigh(`/c/${run.conversationId}`);
report({
  name: `conversation page, ${conversation.scripts} scripts, transferred`,
  value: conversation.bytes / 1024,
  unit: 'KB',
  target: 250,
});

const body = { conversationId: run.conversationId, level: 'files', mode: 'live' };
const { share } = await sendJson(`${app.url}/api/v1/shares`, 'POST', auth, body);
const shared = await weigh(new URL(share.url).pathname);
const empty = await weigh(`/share/${'x'.repeat(43)}`);
report({
  name: `shared page, ${shared.scripts} scripts, above a page with nothing on it (${empty.scripts} scripts)`,
  value: (shared.bytes - empty.bytes) / 1024,
  unit: 'KB',
  target: 30,
});

await browser.close();
await app.stop();
finishReport();
