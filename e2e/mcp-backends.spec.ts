import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EverythingServer, startEverything } from '../lib/mcp/testing/start-everything';
import { Api } from './support/api';
import { ADMIN, ADMIN_ENV, type AppServer, startApp } from './support/app-server';
import { test as base, expect } from './support/fixtures';
import { PROVIDERS, providerSettings } from './support/providers';
import { readEvents } from './support/read-events';

const LETTERS = [...'ABCDEFGHIJ'];
/** Three steps over two servers, each with the result of the one before. */
const STEPS = [
  'New__get-sum {"a":2,"b":40}',
  'Old__echo {"message":"$ \u202e“quoted” 😀"}',
  'New__echo {"message":"$ again"}',
];
const SUM = 'The sum of 2 and 40 is 42.';
const RESULTS = [SUM, `Echo: ${SUM} \u202e“quoted” 😀`, `Echo: Echo: ${SUM} \u202e“quoted” 😀 again`];

interface Servers {
  newer: EverythingServer;
  older: EverythingServer;
  trusting: AppServer;
}

/** Two real servers, and an app that reaches them and every provider. They end with the test, however it ends. */
const test = base.extend<{ servers: Servers }>({
  servers: async ({ doubles }, use) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'massgen-mcp-'));
    const [newer, older] = await Promise.all([startEverything('http'), startEverything('sse')]);
    const origins = [doubles.origin, newer.origin, older.origin].join(',');
    const env = { ...ADMIN_ENV, ...providerSettings(doubles), MASSGEN_TRUSTED_ORIGINS: origins };
    const trusting = await startApp({ dataDir, env });
    await use({ newer, older, trusting });
    await trusting.stop();
    await Promise.all([newer.stop(), older.stop()]);
    rmSync(dataDir, { recursive: true, force: true });
  },
});

// Claude Code's processes need their time on a busy machine.
test.slow();

test('agents of every backend go through the tools of two servers, one of them of the older transport', async ({
  doubles,
  servers: { newer, older, trusting: app },
}) => {
  const api = new Api(app.url);

  for (const [name, type, url] of [
    ['New', 'http', newer.url],
    ['Old', 'sse', older.url],
  ]) {
    const made = await api.send('POST', '/api/v1/mcp/servers', {
      name,
      transport: { type, url },
      approveTools: true,
    });
    expect(made.body.server, name).toMatchObject({ status: 'ready', transport: { type } });
    for (const tool of ['echo', 'get-sum']) {
      const path = `/api/v1/mcp/servers/${made.body.server.id}/tools/${tool}`;
      expect((await api.send('PATCH', path, { policy: 'allow' })).status).toBe(200);
    }
  }

  const agents = PROVIDERS.map((type, index) => ({
    backend: { type, model: `${type === 'gemini' ? 'gemini-3.1-' : ''}chain-${LETTERS[index]?.toLowerCase()}-${type}` },
    mcpServers: ['New', { server: 'Old', tools: ['echo'] }],
  }));
  const limits = { turnSeconds: 200, callSeconds: 100, idleSeconds: 60 };
  const run = await api.startRun(`Chain: ${STEPS.join(' > ')}`, {
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
    expect(used.slice(0, 3), type).toEqual([
      ['New', RESULTS[0]],
      ['Old', RESULTS[1]],
      ['New', RESULTS[2]],
    ]);
    // In every character, in a request that its model was sent.
    const asked = doubles.journal
      .items()
      .filter(({ path, body }) => JSON.stringify([path, body]).includes(`chain-${slot?.toLowerCase()}-${type}`));
    const last = JSON.stringify(RESULTS[2]).slice(1, -1);
    expect(
      asked.some(({ body }) => JSON.stringify(body).includes(last)),
      type,
    ).toBe(true);
  }
});
