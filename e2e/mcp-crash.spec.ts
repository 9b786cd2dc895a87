import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { everythingInPlace, packageInPlace } from '../lib/mcp/testing/package-in-place';
import { OUTCOME_UNKNOWN } from '../lib/protocol/interrupt-tools';
import { Api } from './support/api';
import { ADMIN, ADMIN_ENV, startApp } from './support/app-server';
import { expectAccessible } from './support/expect-accessible';
import { expect, signIn, test } from './support/fixtures';
import { freePort } from './support/free-port';
import { readEvents } from './support/read-events';
import { doubleTeam } from './support/teams';

const isSandboxThere =
  spawnSync('bwrap', ['--ro-bind', '/', '/', '--unshare-pid', '--proc', '/proc', 'true']).status === 0;
const key = ADMIN.apiKey;

test('a form that nobody has answered when the app is killed cannot be answered any more, and says so', async ({
  browser,
  doubles,
}) => {
  test.slow();
  const dataDir = mkdtempSync(join(tmpdir(), 'massgen-asked-'));
  const options = { dataDir, port: await freePort(), env: { ...ADMIN_ENV, MASSGEN_TRUSTED_ORIGINS: doubles.origin } };
  let app = await startApp(options);
  const api = new Api(app.url);
  const transport = { type: 'http', url: `${doubles.origin}/asking/mcp` };
  const { body } = await api.send('POST', '/api/v1/mcp/servers', { name: 'Travel', transport, approveTools: true });
  await api.send('PATCH', `/api/v1/mcp/servers/${body.server.id}/tools/book`, { policy: 'allow' });
  // Another agent is at work when the app comes back, so that there is a run in which to read what has become of the form.
  const [asking, working] = doubleTeam(doubles, ['chain-a', 'slow@4']).agents;
  const team = { name: 'Two', agents: [{ ...asking, mcpServers: ['Travel'] }, working] };
  const run = await api.startRun('Chain: Travel__book {}', { ...team, coordination: { sideEffects: 'allow' } });
  const page = await (await browser.newContext({ baseURL: app.url })).newPage();
  await signIn(page);
  await page.goto(`/c/${run.conversationId}`);
  const needsYou = page.getByRole('region', { name: 'Needs you' });
  await needsYou.getByLabel('Name on the ticket').fill('Ada');

  await app.stop('SIGKILL');
  await expect(page.getByText('Reconnecting…')).toBeVisible();
  app = await startApp(options);
  // The open page hears of it by itself: no form is left, and where it has gone is said.
  await expect(page.getByText('Travel asked something while its tool book ran')).toBeVisible({ timeout: 40_000 });
  await expect(page.getByText('Whether book has taken effect is unknown')).toBeVisible();
  await expect(page.getByLabel('Name on the ticket')).toHaveCount(0);
  await expectAccessible(page, 'a question that is lost');
  const { events } = await readEvents(app.url, run.id, { key, until: ({ type }) => type === 'tool.finished' });
  const asked = events.flatMap((event) => (event.type === 'approval.requested' ? [event.approvalId] : []));
  expect(asked).toHaveLength(1);
  const late = { decision: 'allow', scope: 'once', content: { name: 'Ada', seat: '12B' } };
  expect((await api.send('POST', `/api/v1/runs/${run.id}/approvals/${asked[0]}`, late)).status).toBe(409);

  const whole = (await readEvents(app.url, run.id, { key })).events;
  expect(whole.at(-1)).toMatchObject({ type: 'run.finished' });
  const results = whole.flatMap((event) => (event.type === 'tool.finished' && event.server ? [event] : []));
  expect(results).toMatchObject([{ tool: 'book', result: OUTCOME_UNKNOWN, isError: true }]);
  await page.reload();
  await page.getByRole('button', { name: /How it was decided/ }).click();
  await page.getByRole('button', { name: /Travel · book/ }).click();
  await expect(page.getByText('The application was restarted while the server waited for an answer.')).toBeVisible();
  await app.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

test('kill -9 of the app with programs at work: none of their processes is left after five seconds', async ({
  doubles,
}) => {
  test.skip(!isSandboxThere, 'There is no sandbox: no program is used as a server.');
  test.slow();
  const dataDir = mkdtempSync(join(tmpdir(), 'massgen-killed-'));
  const env = { ...ADMIN_ENV, MASSGEN_TRUSTED_ORIGINS: doubles.origin, MASSGEN_MCP_SANDBOX: 'required' };
  const options = { dataDir, port: await freePort(), env };
  let app = await startApp(options);
  let api = new Api(app.url);
  const transports = {
    Everything: everythingInPlace(dataDir),
    Files: packageInPlace(dataDir, 'filesystem', ['/home/agent']),
    Memory: { ...packageInPlace(dataDir, 'memory', []), env: { MEMORY_FILE_PATH: '/home/agent/memory.jsonl' } },
  };
  const ids: Record<string, string> = {};
  for (const [name, transport] of Object.entries(transports)) {
    const made = await api.send('POST', '/api/v1/mcp/servers', { name, transport, approveTools: true });
    expect(made.body.server, name).toMatchObject({ status: 'ready' });
    ids[name] = made.body.server.id;
  }
  const send = (server: string, tool: string, given: object) =>
    api.send('POST', `/api/v1/mcp/servers/${ids[server]}/tools/${tool}/call`, { arguments: given });
  expect((await send('Files', 'list_allowed_directories', {})).status).toBe(200);
  expect((await send('Memory', 'read_graph', {})).status).toBe(200);
  // One is at work, and would be for long.
  const call = send('Everything', 'trigger-long-running-operation', { duration: 60, steps: 60 }).catch(() => null);
  // Of each server bubblewrap's own two processes and the program.
  await expect
    .poll(() => childrenOf(app.pid).filter(({ command }) => command.includes('/opt/package/')).length)
    .toBe(9);
  const before = childrenOf(app.pid);

  await app.stop('SIGKILL');
  const isLeft = () => before.filter(isStillThere).map(({ pid, command }) => `${pid} ${command}`);
  await expect.poll(isLeft, { timeout: 5000 }).toEqual([]);
  await call;

  app = await startApp(options);
  api = new Api(app.url);
  const again = await send('Everything', 'get-sum', { a: 2, b: 40 });
  expect(again.body.result?.content?.[0]?.text).toContain('42');
  const after = childrenOf(app.pid);
  await app.stop();
  await expect.poll(() => after.filter(isStillThere), { timeout: 5000 }).toEqual([]);
  rmSync(dataDir, { recursive: true, force: true });
});

interface Running {
  pid: number;
  /** With it a process is known again: its number may be another one's by then. */
  startedAt: string;
  command: string;
}

/** All that a process has started, with what those have started, as the system knows them. */
function childrenOf(pid: number): Running[] {
  const all = readdirSync('/proc').flatMap((name) => running(Number(name)) ?? []);
  const below = (parent: number): Running[] =>
    all.filter((one) => one.parent === parent).flatMap((one) => [one, ...below(one.pid)]);
  return below(pid);
}

/** `null` = it has ended. */
function running(pid: number): (Running & { parent: number }) | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // Its name, in brackets, may hold anything.
    const [state, parent, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (state === 'Z') return null;
    const command = readFileSync(`/proc/${pid}/cmdline`, 'latin1').replaceAll('\0', ' ');
    return { pid, parent: Number(parent), startedAt: rest[17] ?? '', command };
  } catch {
    return null;
  }
}

function isStillThere({ pid, startedAt }: Running): boolean {
  return running(pid)?.startedAt === startedAt;
}
