import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readZip } from '@/lib/work-folders/testing/read-zip';
import type { RunEvent } from '../lib/protocol/event';
import { type Doubles, startDoubles } from './doubles/start-doubles';
import { Api } from './support/api';
import { ADMIN, ADMIN_ENV, type AppServer, startApp } from './support/app-server';
import { expect, signIn, test } from './support/fixtures';
import { readEvents } from './support/read-events';
import { waitFor } from './support/wait-for';

const EXECUTABLE = `node_modules/@anthropic-ai/claude-agent-sdk-${process.platform}-${process.arch}/claude`;
const REAL_KEY = 'sk-the-real-key-of-this-server';
const key = ADMIN.apiKey;

test.skip(!existsSync(EXECUTABLE), `Claude Code is not installed here (${EXECUTABLE}).`);
test.skip(process.platform !== 'linux', 'These tests look at processes in /proc.');
test.describe.configure({ mode: 'serial', timeout: 240_000 });

let doubles: Doubles;
let dataDir: string;
let app: AppServer;
let api: Api;
const environment = () => ({
  ...ADMIN_ENV,
  ANTHROPIC_API_KEY: REAL_KEY,
  ANTHROPIC_BASE_URL: doubles.origin,
  MASSGEN_TRUSTED_ORIGINS: doubles.origin,
  MASSGEN_CLAUDE_CODE_PROCESSES: '2',
});

test.beforeAll(async () => {
  doubles = await startDoubles();
  dataDir = mkdtempSync(join(tmpdir(), 'massgen-code-'));
  app = await startApp({ dataDir, env: environment() });
  api = new Api(app.url);
});
test.afterAll(async () => {
  await app?.stop();
  expect(agentProcesses()).toEqual([]);
  await doubles?.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const code = (model: string, params: Record<string, unknown> = {}) => ({
  backend: { type: 'claude_code', model, params },
});
const plain = (model: string) => ({
  backend: { type: 'openai_compatible', model, baseUrl: `${doubles.origin}/v1` },
});
const team = (...agents: object[]) => ({ name: 'Coders', agents });

/** Environments of the processes that belong to this data folder, by pid. */
function agentProcesses(): { pid: number; variables: string[] }[] {
  return readdirSync('/proc').flatMap((name) => {
    try {
      const variables = readFileSync(`/proc/${name}/environ`, 'utf8').split('\0');
      const isOurs = variables.some((line) => line.startsWith('MASSGEN_SERVER=') && line.endsWith(`:${dataDir}`));
      return isOurs ? [{ pid: Number(name), variables }] : [];
    } catch {
      return [];
    }
  });
}

const of = (events: RunEvent[], type: RunEvent['type'], slot?: string) =>
  events.filter((event) => event.type === type && (slot === undefined || ('slot' in event && event.slot === slot)));

test('a mixed team: it writes files, publishes, votes; the next turn goes on in the same process', async () => {
  const coders = team(code('code-append+write+edit'), plain('team-b'));
  const run = await api.startRun('Keep a log.', coders);
  const { events } = await readEvents(app.url, run.id, { key });
  expect(events.at(-1)).toMatchObject({ type: 'run.finished' });
  for (const type of ['agent.delta', 'tool.called', 'answer.posted', 'vote.cast', 'usage'] as const) {
    expect(of(events, type, 'A'), type).not.toHaveLength(0);
  }
  const [child, ...others] = agentProcesses();
  expect(others).toEqual([]);
  expect(JSON.stringify(child!.variables)).not.toContain(REAL_KEY);
  const requests = doubles.journal.items().filter(({ path }) => path.endsWith('/messages'));
  expect(requests.length).toBeGreaterThan(3);
  for (const { headers } of requests) expect(headers['x-api-key']).toBe(REAL_KEY);

  const first = (await api.send('GET', `/api/v1/runs/${run.id}/files`)).body;
  expect(first).toMatchObject({ slot: 'A', slots: ['A'], isCut: false });
  expect(first.items).toMatchObject([
    { path: 'log.txt', status: 'added' },
    { path: 'notes.md', status: 'added' },
  ]);

  const again = await api.send('POST', `/api/v1/conversations/${run.conversationId}/runs`, {
    input: 'Add to the log.',
    team: coders,
  });
  const next = await readEvents(app.url, again.body.run.id, { key });
  expect(next.events.at(-1)).toMatchObject({ type: 'run.finished' });
  expect(agentProcesses().map(({ pid }) => pid)).toEqual([child!.pid]);
  const second = `/api/v1/runs/${again.body.run.id}/files`;
  expect((await api.send('GET', second)).body.items).toMatchObject([
    { path: 'log.txt', status: 'changed' },
    { path: 'notes.md', status: 'same' },
  ]);
  const line = 'one more line\n';
  expect((await api.send('GET', `${second}/log.txt?slot=A`)).body).toBe(line + line);
  expect((await api.send('GET', `${second}/log.txt?slot=A&at=start`)).body).toBe(line);
  // The first turn's files stay what they were.
  expect((await api.send('GET', `/api/v1/runs/${run.id}/files/log.txt?slot=A`)).body).toBe(line);
  for (const path of ['..%2F..%2Fsecret.key', '%2e%2e/secret.key', 'none.txt', 'log.txt%00', '%25']) {
    expect((await api.send('GET', `${second}/${path}?slot=A`)).status, path).toBe(404);
  }
});

test('a person allows or denies what reaches further than its folder', async ({ browser }) => {
  const page = await (await browser.newContext({ baseURL: app.url })).newPage();
  await signIn(page);
  const run = await api.startRun('Build it.', team(code('code-bash+outside')));
  await page.goto(`/c/${run.conversationId}`);
  const request = page.getByRole('region', { name: 'Needs you' });
  await expect(request).toContainText('git init');
  await expect(page.getByText('waiting for you').first()).toBeVisible();
  await request.getByRole('button', { name: 'Allow Bash of A once' }).click();
  await expect(request).toContainText('outside.txt');
  await request.getByRole('button', { name: 'Deny Bash of A' }).click();
  const { events } = await readEvents(app.url, run.id, { key });
  expect(events.at(-1)).toMatchObject({ type: 'run.finished' });
  expect(of(events, 'approval.decided')).toMatchObject([{ decision: 'allow' }, { decision: 'deny' }]);
  expect(of(events, 'tool.finished')).toMatchObject([{ isError: false }, { isError: true }]);
  expect(existsSync(join(dataDir, 'outside.txt'))).toBe(false);
  const late = await api.send('POST', `/api/v1/runs/${run.id}/approvals/01890000-0000-7000-8000-000000000000`, {
    decision: 'allow',
  });
  expect(late.status).toBe(409);

  await page.getByRole('button', { name: 'How it was decided' }).click();
  await page.getByRole('tab', { name: 'Files' }).click();
  await expect(page.getByRole('navigation', { name: 'Files of A' })).toContainText('built.txt');
  await page.getByRole('button', { name: /built\.txt/ }).click();
  await expect(page.getByText('made', { exact: true })).toBeVisible();

  const link = page.getByRole('link', { name: 'Download all files of A' });
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  expect(download.suggestedFilename()).toBe('files-A.zip');
  expect(readZip(readFileSync(await download.path())).map(({ name, content }) => [name, content.toString()])).toEqual([
    ['built.txt', 'made\n'],
  ]);
  await page.context().close();
});

test('a person changes what an agent wants to do, in its card, before it is done', async ({ browser }) => {
  const page = await (await browser.newContext({ baseURL: app.url })).newPage();
  await signIn(page);
  const careful = code('code-bash+write', { permissionMode: 'default' });
  const run = await api.startRun('Build it.', team(careful, plain('team-b')));
  await page.goto(`/c/${run.conversationId}`);
  const card = page.getByRole('region', { name: 'Agent A' });
  const above = page.getByRole('region', { name: 'Needs you' });
  await expect(card).toContainText('waiting for you');
  await expect(card).toContainText('git init');

  await card.getByRole('button', { name: 'Edit Bash of A' }).click();
  const command = card.getByRole('textbox', { name: 'Command of Bash of A' });
  await expect(command).toBeFocused();
  await command.fill(' ');
  await expect(command).toHaveAccessibleDescription(/Give a command/);
  await expect(card.getByRole('button', { name: 'Allow Bash of A once' })).toBeDisabled();
  await command.fill('echo changed > changed.txt');
  // Both places show what would run.
  await expect(above).toContainText('echo changed > changed.txt');
  await expect(above).toContainText('edited');
  await card.getByRole('button', { name: 'Allow Bash of A once' }).click();

  await expect(above).toContainText('notes.md');
  await above.getByRole('button', { name: 'Edit Write of A' }).click();
  const json = above.getByRole('textbox', { name: 'Arguments as JSON of Write of A' });
  const asked = await json.inputValue();
  await json.fill(asked.replace('"content"', 'content'));
  await expect(json).toHaveAccessibleDescription(/^This is not valid JSON: .+\./);
  for (const place of [above, card]) {
    await expect(place.getByRole('button', { name: 'Allow Write of A once' })).toBeDisabled();
    await expect(place.getByRole('button', { name: 'Allow for this run: Write of A' })).toBeDisabled();
    await expect(place).toContainText('This is not valid JSON');
  }
  await above.getByRole('button', { name: 'Discard the edits of Write of A' }).click();
  await expect(above.getByText('edited')).toHaveCount(0);
  await above.getByRole('button', { name: 'Edit Write of A' }).click();
  await json.fill(asked.replace('First line', 'A better line'));
  await above.getByRole('button', { name: 'Allow for this run: Write of A' }).click();
  await expect(above).toHaveCount(0);

  const { events } = await readEvents(app.url, run.id, { key });
  expect(events.at(-1)).toMatchObject({ type: 'run.finished' });
  expect(of(events, 'approval.decided')).toMatchObject([
    { decision: 'allow', scope: 'once', arguments: { command: 'echo changed > changed.txt' } },
    { decision: 'allow', scope: 'run', arguments: { file_path: expect.any(String) } },
  ]);
  const archive = await fetch(`${app.url}/api/v1/runs/${run.id}/archive?slot=A`, {
    headers: { authorization: `Bearer ${key}` },
  });
  expect(archive.headers.get('content-type')).toBe('application/zip');
  const files = readZip(Buffer.from(await archive.arrayBuffer()));
  expect(files.map(({ name, content }) => [name, content.toString()])).toEqual([
    ['changed.txt', 'changed\n'],
    ['notes.md', 'A better line\nSecond line\n'],
  ]);
  expect((await api.send('GET', `/api/v1/runs/${run.id}/archive?slot=..%2FA`)).status).toBe(404);
  await page.context().close();
});

test('what a person allows for the run is not asked again; the end of a run is a denial', async () => {
  const run = await api.startRun('Look around.', team(code('code-env+bash+env')));
  const { events } = await readEvents(app.url, run.id, { key, until: ({ type }) => type === 'approval.requested' });
  const { approvalId } = events.at(-1) as Extract<RunEvent, { type: 'approval.requested' }>;
  const answer = { decision: 'allow', scope: 'run' };
  expect((await api.send('POST', `/api/v1/runs/${run.id}/approvals/${approvalId}`, answer)).status).toBe(202);
  // Another command is another question; the first one, asked for again, is not.
  const other = await readEvents(app.url, run.id, {
    key,
    after: events.at(-1)!.seq,
    until: ({ type }) => type === 'approval.requested',
  });
  const { approvalId: next } = other.events.at(-1) as Extract<RunEvent, { type: 'approval.requested' }>;
  const once = { decision: 'allow', scope: 'once' };
  expect((await api.send('POST', `/api/v1/runs/${run.id}/approvals/${next}`, once)).status).toBe(202);
  const whole = await readEvents(app.url, run.id, { key });
  expect(of(whole.events, 'approval.requested')).toHaveLength(2);
  const printed = (await api.send('GET', `/api/v1/runs/${run.id}/files/env.txt?slot=A`)).body as string;
  expect(printed).toContain('ANTHROPIC_BASE_URL=http://127.0.0.1');
  expect(printed).not.toContain(REAL_KEY);

  const waiting = await api.startRun('Wait for me.', team(code('code-bash')));
  await readEvents(app.url, waiting.id, { key, until: ({ type }) => type === 'approval.requested' });
  await api.send('POST', `/api/v1/runs/${waiting.id}/stop`, {});
  expect((await readEvents(app.url, waiting.id, { key })).events.at(-1)).toMatchObject({ type: 'run.stopped' });
});

test('a stop is the last word; its own crash costs a try, not the run', async () => {
  const slow = await api.startRun('Write for long.', team(code('slow'), plain('slow')));
  await readEvents(app.url, slow.id, {
    key,
    until: (event) => event.type === 'agent.delta' && event.slot === 'A' && event.kind === 'text',
  });
  await api.send('POST', `/api/v1/runs/${slow.id}/stop`, {});
  const stopped = (await readEvents(app.url, slow.id, { key })).events;
  expect(stopped.at(-1)).toMatchObject({ type: 'run.stopped' });

  const before = new Set(agentProcesses().map(({ pid }) => pid));
  const run = await api.startRun('Survive.', team(code('code-write'), plain('team-c')));
  await readEvents(app.url, run.id, { key, until: (event) => event.type === 'tool.finished' && event.slot === 'A' });
  const mine = agentProcesses().filter(({ pid }) => !before.has(pid));
  expect(mine).not.toHaveLength(0);
  process.kill(mine[0]!.pid, 'SIGKILL');
  const { events } = await readEvents(app.url, run.id, { key });
  expect(events.at(-1)).toMatchObject({ type: 'run.finished' });
  expect(of(events, 'answer.posted', 'A')).not.toHaveLength(0);
});

test('more agents than places: the last waits where people see it', async () => {
  const run = await api.startRun('All at once.', team(code('team-a'), code('team-b'), code('team-c')));
  const { events } = await readEvents(app.url, run.id, { key });
  expect(events.at(-1)).toMatchObject({ type: 'run.finished' });
  expect(events).toContainEqual(
    expect.objectContaining({
      type: 'agent.state',
      state: 'queued',
      because: expect.stringContaining('waits for a place'),
    }),
  );
  for (const slot of ['A', 'B', 'C']) expect(of(events, 'answer.posted', slot)).not.toHaveLength(0);
});

test('a killed server leaves no process behind, and the run goes on after its restart', async () => {
  const run = await api.startRun(
    'Outlive the server.',
    team(code('code-sleep', { permissionMode: 'allowAll' }), plain('slow')),
  );
  await readEvents(app.url, run.id, { key, until: ({ type }) => type === 'tool.called' });
  expect(agentProcesses().length).toBeGreaterThan(1);
  await app.stop('SIGKILL');
  app = await startApp({ dataDir, env: environment() });
  api = new Api(app.url);
  await waitFor('the end of the processes of the killed server', 20_000, async () => {
    const old = agentProcesses().filter(({ variables }) => !variables.includes(`MASSGEN_SERVER=${app.pid}:${dataDir}`));
    return old.length === 0 ? true : undefined;
  });
  const { events } = await readEvents(app.url, run.id, { key, until: ({ type }) => type === 'run.resumed' });
  expect(events.at(-1)).toMatchObject({ type: 'run.resumed' });
  await api.send('POST', `/api/v1/runs/${run.id}/stop`, {});
  await api.send('DELETE', `/api/v1/conversations/${run.conversationId}`);
  expect(existsSync(join(dataDir, 'work', run.conversationId))).toBe(false);
});
