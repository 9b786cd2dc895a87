import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Api } from './support/api';
import { ADMIN, ADMIN_ENV, type AppServer, startApp } from './support/app-server';
import { test as base, expect, signIn } from './support/fixtures';
import { ofType } from './support/of-type';
import { readEvents } from './support/read-events';

const EXECUTABLE = `node_modules/@anthropic-ai/claude-agent-sdk-${process.platform}-${process.arch}/claude`;
const WRITTEN = 'First line\nSecond line, edited\n';

/** An app whose Claude Code agents are played by the real executable, with the model double behind it. */
const test = base.extend<object, { coders: AppServer }>({
  coders: [
    async ({ doubles }, use) => {
      const dataDir = mkdtempSync(join(tmpdir(), 'massgen-sharing-'));
      const env = {
        ...ADMIN_ENV,
        ANTHROPIC_API_KEY: 'k-anthropic',
        ANTHROPIC_BASE_URL: doubles.origin,
        MASSGEN_TRUSTED_ORIGINS: doubles.origin,
      };
      const coders = await startApp({ dataDir, env });
      await use(coders);
      await coders.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

test.skip(!existsSync(EXECUTABLE), `Claude Code is not installed here (${EXECUTABLE}).`);
// Claude Code's processes need their time on a busy machine.
test.slow();

test('the files of a Claude Code agent: read, compared, downloaded, and there again where somebody continues', async ({
  browser,
  coders,
  doubles,
}) => {
  const api = new Api(coders.url);
  const run = await api.startRun('Write it down.', {
    name: 'Coder and reader',
    agents: [
      { backend: { type: 'claude_code', model: 'code-write+note+edit' } },
      // Slow enough to leave the other time for its steps.
      { backend: { type: 'openai_compatible', model: 'note-b@12x24', baseUrl: `${doubles.origin}/v1` } },
    ],
    coordination: { contextSharing: { enabled: true } },
  });
  const { events } = await readEvents(coders.url, run.id, { key: ADMIN.apiKey });
  expect(events.at(-1)?.type).toBe('run.finished');
  const page = await (await browser.newContext({ baseURL: coders.url, acceptDownloads: true })).newPage();
  await signIn(page);
  await page.goto(`/c/${run.conversationId}`);
  await page.getByRole('button', { name: /How it was decided/ }).click();

  // The card has the note where Claude Code wrote it, and no tool call beside it.
  const card = page.getByRole('region', { name: 'Agent A' });
  await expect(card.getByRole('button', { name: 'Wrote a note to all · Note of code-write+note+edit' })).toHaveCount(1);
  await expect(card.getByRole('button', { name: 'Wrote a note', exact: true })).toHaveCount(0);

  await page.getByRole('tab', { name: 'Context' }).click();
  await page.getByRole('button', { name: /^What B was given from A/ }).click();
  const given = page.getByRole('region', { name: 'What B was given from A' });
  await given.getByRole('button', { name: 'Show the text that B was given' }).last().click();
  await expect(given).toContainText('<peer_context from="agent A"');
  await expect(given).toContainText('notes.md');
  const receipts = ofType(events, 'context.delivered').flatMap(({ slot, contexts = [] }) =>
    slot === 'B' ? contexts : [],
  );
  const [first] = receipts;
  const text = await api.send('GET', `/api/v1/runs/${run.id}/contexts/delivered/${first?.hash}`);
  expect(text.status).toBe(200);
  await expect(given.locator('pre')).toHaveText(text.body);
  expect((await api.send('GET', `/api/v1/runs/${run.id}/contexts/delivered/${'0'.repeat(64)}`)).status).toBe(404);

  await page.getByRole('button', { name: 'Show A’s context at A.1' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('tab', { name: 'Files 1' }).click();
  await expect(dialog.getByRole('listitem').filter({ hasText: 'notes.md' })).toContainText('added');
  const download = page.waitForEvent('download');
  await dialog.getByRole('link', { name: 'Download notes.md' }).click();
  expect(readFileSync(await (await download).path(), 'utf8')).toBe(WRITTEN);

  await dialog.getByRole('button', { name: 'Compare with…' }).click();
  const wrote = ofType(events, 'context.captured').find(({ slot, files }) => slot === 'A' && files > 0);
  await dialog.getByLabel('From', { exact: true }).selectOption(wrote?.snapshotId ?? '');
  const change = dialog.getByRole('article', { name: 'notes.md' });
  await expect(change.getByRole('insertion')).toContainText(['Second line, edited']);
  await expect(change.getByRole('deletion')).toContainText(['Second line']);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: /^More for A’s context at A\.1/ }).click();
  await page.getByRole('menuitem', { name: 'Continue from here' }).click();
  await page.getByLabel('Next question').fill('Go on from there.');
  await page.getByRole('button', { name: 'Continue and ask' }).click();
  await expect(page.getByText('Continued from A.1’s context')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Final answer' })).toBeVisible({ timeout: 60_000 });
  const { conversation } = (await api.send('GET', `/api/v1/conversations/${run.conversationId}`)).body;
  const next = conversation.messages.find(({ id }: { id: string }) => id === conversation.activeLeafId).runId;
  const atStart = await api.send('GET', `/api/v1/runs/${next}/files/notes.md?slot=A&at=start`);
  expect(atStart.body).toBe(WRITTEN);
  await page.context().close();
});
