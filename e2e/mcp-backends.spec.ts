import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { everythingInPlace, packageInPlace } from '../lib/mcp/testing/package-in-place';
import { startEverything } from '../lib/mcp/testing/start-everything';
import { Api } from './support/api';
import { ADMIN, ADMIN_ENV, type AppServer, startApp } from './support/app-server';
import { test as base, expect } from './support/fixtures';
import { PROVIDERS, providerSettings } from './support/providers';
import { readEvents } from './support/read-events';

const LETTERS = [...'ABCDEFGHIJ'];
/** Without a sandbox no program is started. */
const isSandboxThere =
  spawnSync('bwrap', ['--ro-bind', '/', '/', '--unshare-pid', '--proc', '/proc', 'true']).status === 0;
if (!isSandboxThere) process.stdout.write('There is no sandbox: no program is used as a server.\n');

const SUM = 'The sum of 2 and 40 is 42.';
const ODD = ' \u202e“quoted” 😀';
const KEPT = { name: 'kept', entityType: 'text', observations: [`observed${ODD}`] };
const HOME = '/home/agent';
/** Each with the result of the one before, over servers of both transports and, in the sandbox, programs. */
const STEPS: [server: string, call: string, result: string][] = [
  ['New', 'get-sum {"a":2,"b":40}', SUM],
  ['Old', `echo {"message":"$${ODD}"}`, `Echo: ${SUM}${ODD}`],
  ['New', 'echo {"message":"$ again"}', `Echo: Echo: ${SUM}${ODD} again`],
  ...(isSandboxThere
    ? ([
        ['Program', 'echo {"message":"$"}', `Echo: Echo: Echo: ${SUM}${ODD} again`],
        ['Files', `read_text_file {"path":"${HOME}/kept.txt"}`, `written${ODD}`],
        ['Memory', 'open_nodes {"names":["kept"]}', JSON.stringify({ entities: [KEPT], relations: [] }, null, 2)],
      ] satisfies [string, string, string][])
    : []),
];
const TOOLS: Record<string, string[]> = {
  New: ['echo', 'get-sum'],
  Old: ['echo'],
  Program: ['echo'],
  Files: ['read_text_file', 'write_file'],
  Memory: ['open_nodes', 'create_entities'],
};

interface Servers {
  transports: Record<string, object>;
  trusting: AppServer;
}

/** Real servers, and an app that reaches them and every provider. They end with the test, however it ends. */
const test = base.extend<{ servers: Servers }>({
  servers: async ({ doubles }, use) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'massgen-mcp-'));
    const [newer, older] = await Promise.all([startEverything('http'), startEverything('sse')]);
    const origins = [doubles.origin, newer.origin, older.origin].join(',');
    const env = {
      ...ADMIN_ENV,
      ...providerSettings(doubles),
      MASSGEN_TRUSTED_ORIGINS: origins,
      ...(isSandboxThere ? { MASSGEN_MCP_SANDBOX: 'required' } : {}),
    };
    const trusting = await startApp({ dataDir, env });
    const programs = {
      Program: everythingInPlace(dataDir),
      Files: packageInPlace(dataDir, 'filesystem', [HOME]),
      Memory: {
        ...packageInPlace(dataDir, 'memory', []),
        env: { MEMORY_FILE_PATH: `${HOME}/memory.jsonl` },
      },
    };
    const transports = {
      New: { type: 'http', url: newer.url },
      Old: { type: 'sse', url: older.url },
      ...(isSandboxThere ? programs : {}),
    };
    await use({ transports, trusting });
    await trusting.stop();
    await Promise.all([newer.stop(), older.stop()]);
    rmSync(dataDir, { recursive: true, force: true });
  },
});

// Claude Code's processes need their time on a busy machine.
test.slow();

test('agents of every backend go through the tools of five servers at once: of both transports, and programs in the sandbox', async ({
  doubles,
  servers: { transports, trusting: app },
}) => {
  const api = new Api(app.url);
  const ids: Record<string, string> = {};
  for (const [name, transport] of Object.entries(transports)) {
    const made = await api.send('POST', '/api/v1/mcp/servers', { name, transport, approveTools: true });
    expect(made.body.server, name).toMatchObject({ status: 'ready' });
    ids[name] = made.body.server.id;
    for (const tool of TOOLS[name] ?? []) {
      const path = `/api/v1/mcp/servers/${ids[name]}/tools/${tool}`;
      expect((await api.send('PATCH', path, { policy: 'allow' })).status).toBe(200);
    }
  }
  const call = (server: string, tool: string, given: object) =>
    api.send('POST', `/api/v1/mcp/servers/${ids[server]}/tools/${tool}/call`, { arguments: given });
  if (isSandboxThere) {
    const written = await call('Files', 'write_file', { path: `${HOME}/kept.txt`, content: `written${ODD}` });
    expect(written.status).toBe(200);
    expect((await call('Memory', 'create_entities', { entities: [KEPT] })).status).toBe(200);
  }

  const agents = PROVIDERS.map((type, index) => ({
    backend: { type, model: `${type === 'gemini' ? 'gemini-3.1-' : ''}chain-${LETTERS[index]?.toLowerCase()}-${type}` },
    // More tools than models are shown at once would be searched.
    mcpServers: Object.keys(transports).map((server) => ({ server, tools: TOOLS[server] })),
  }));
  const limits = { turnSeconds: 200, callSeconds: 100, idleSeconds: 60 };
  const steps = STEPS.map(([server, step]) => `${server}__${step}`).join(' > ');
  const run = await api.startRun(`Chain: ${steps}`, {
    name: 'Every backend',
    agents,
    coordination: { sideEffects: 'allow' },
    limits,
  });
  const { events } = await readEvents(app.url, run.id, { key: ADMIN.apiKey });
  expect(events.at(-1)).toMatchObject({ type: 'run.finished', presented: true });
  for (const [index, type] of PROVIDERS.entries()) {
    const slot = LETTERS[index];
    const used = events.flatMap((event) =>
      event.type === 'tool.finished' && event.slot === slot && event.server ? [[event.server, event.result]] : [],
    );
    expect(used.slice(0, STEPS.length), type).toEqual(STEPS.map(([server, , result]) => [server, result]));
    // In every character, in a request that its model was sent.
    const asked = doubles.journal
      .items()
      .filter(({ path, body }) => JSON.stringify([path, body]).includes(`chain-${slot?.toLowerCase()}-${type}`));
    for (const [, , result] of STEPS) {
      const told = JSON.stringify(result).slice(1, -1);
      expect(
        asked.some(({ body }) => JSON.stringify(body).includes(told)),
        `${type}: ${result}`,
      ).toBe(true);
    }
  }
});
