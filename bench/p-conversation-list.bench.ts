/** (p) 10,000 conversations: scrolling through all of them, and through many in the sidebar, in Chromium. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { ADMIN, ADMIN_ENV, startApp } from '../e2e/support/app-server';
import { sendJson } from './support/load';
import { scrollThrough, takeWatched, watchMainThread } from './support/long-tasks';
import { finishReport, report } from './support/report';
import { signedInPage } from './support/signed-in-page';

const CONVERSATIONS = 10_000;
/** Presses of “Show older” in the sidebar, of 50 conversations each. */
const PRESSES = 19;

const dataDir = mkdtempSync(join(tmpdir(), 'massgen-bench-'));
const options = { dataDir, env: ADMIN_ENV };
const first = await startApp(options);
const auth = { authorization: `Bearer ${ADMIN.apiKey}` };
const { user } = await (await fetch(`${first.url}/api/v1/me`, { headers: auth })).json();
await first.stop();
await seed(user.id);

const app = await startApp(options);
await sendJson(`${app.url}/api/v1/conversations`, 'POST', auth, { title: 'The newest of all' });
const { browser, page } = await signedInPage(app.url);

await page.goto('/search');
const rowsOfAll = page.getByRole('list', { name: 'All conversations', exact: true });
await rowsOfAll.getByRole('link', { name: 'The newest of all' }).waitFor();
// The box that scrolls is the list's parent.
await rowsOfAll.evaluate((rows) => rows.parentElement?.setAttribute('data-scrolled', ''));
await watchMainThread(page);
const frames = await scrollThrough(page, '[data-scrolled]', 700);
const whole = await page.evaluate(() => document.querySelector('[data-scrolled]')?.scrollHeight ?? 0);
report({
  name: 'all conversations, height of the list',
  value: whole,
  unit: 'px',
  target: CONVERSATIONS * 44,
  atLeast: true,
});
const all = await takeWatched(page);
report({
  name: `all conversations, down in ${frames} frames, longest task`,
  value: all.longestTask,
  unit: 'ms',
  target: 50,
});
await scrollThrough(page, '[data-scrolled]', -5_000);
const back = await takeWatched(page);
report({ name: 'all conversations, up again, longest task', value: back.longestTask, unit: 'ms', target: 50 });

await page.goto('/');
const sidebar = page.getByRole('navigation', { name: 'Conversations', exact: true });
await sidebar.getByRole('link', { name: 'The newest of all' }).waitFor();
await watchMainThread(page);
let slowestPress = 0;
for (let press = 1; press <= PRESSES; press += 1) {
  await sidebar.getByRole('button', { name: 'Show older' }).click();
  await page.waitForFunction(
    (rows) => document.querySelectorAll('nav[aria-label=Conversations] li').length >= rows,
    50 * (press + 1),
  );
  slowestPress = Math.max(slowestPress, (await takeWatched(page)).longestTask);
}
report({
  name: `sidebar, showing 50 more of up to ${50 * (PRESSES + 1)}, longest task`,
  value: slowestPress,
  unit: 'ms',
});
await scrollThrough(page, 'nav[aria-label=Conversations]', -400);
await scrollThrough(page, 'nav[aria-label=Conversations]', 400);
const rows = await takeWatched(page);
report({
  name: `sidebar, ${50 * (PRESSES + 1)} shown, up and down, longest task`,
  value: rows.longestTask,
  unit: 'ms',
  target: 50,
});

await browser.close();
await app.stop();
rmSync(dataDir, { recursive: true, force: true });
finishReport();

/** Writes them into the database of a server that does not run: ten thousand requests would take longer than all the rest. */
async function seed(userId: string): Promise<void> {
  process.env.DATA_DIR = dataDir;
  process.env.DATABASE_URL = '';
  const { closeDb, getDb } = await import('../db/client');
  const { findPersonalWorkspace } = await import('../db/queries/workspaces/find-personal-workspace');
  const db = await getDb();
  const workspaceId = await findPersonalWorkspace({ userId });
  for (let made = 0; made < CONVERSATIONS; made += 500) {
    const batch = Array.from({ length: 500 }, (_, index) => ({
      id: uuidv7(),
      title: `Conversation ${made + index} about something that is worth a title`,
    }));
    await db.execute(sql`insert into conversation (id, workspace_id, owner_id, title)
      select id, ${workspaceId}::uuid, ${userId}::uuid, title from jsonb_to_recordset(${JSON.stringify(batch)}::jsonb) as c(id uuid, title text)`);
  }
  await closeDb();
}
