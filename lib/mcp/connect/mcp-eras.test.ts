import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { startMcpDouble, testServer } from '../testing/mcp-double';
import { type EverythingServer, startEverything } from '../testing/start-everything';
import { startModernServer } from '../testing/start-modern-server';
import { NEVER, namedTool } from '../testing/test-clients';
import { createMcpClients } from './create-mcp-clients';
import type { McpClients } from './mcp-clients';

let clients: McpClients;
afterEach(() => clients.close());
afterAll(() => vi.unstubAllEnvs());

const textOf = (result: Awaited<ReturnType<McpClients['callTool']>>) =>
  result.content.map((part) => (part.type === 'text' ? part.text : part.type));

describe.each(['http', 'sse'] as const)('the reference server over %s', (type) => {
  let everything: EverythingServer;
  beforeAll(async () => {
    everything = await startEverything(type);
  });
  afterAll(() => everything.stop());

  const use = () => {
    vi.stubEnv('MASSGEN_TRUSTED_ORIGINS', everything.origin);
    clients = createMcpClients();
    const server = testServer('everything', everything.url, {
      transport: { type, url: everything.url, headers: {} },
    });
    const call = (name: string, given: Record<string, unknown>, signal = NEVER, onProgress?: (text: string) => void) =>
      clients.callTool(
        server,
        { tool: namedTool(name), arguments: given, repeatable: false },
        { signal, ...(onProgress && { onProgress }) },
      );
    return { server, call };
  };

  test('is described and used', async () => {
    const { server, call } = use();
    const { tools, era } = await clients.describe(server, { signal: NEVER });
    expect(era).toBe('2025-11-25');
    expect(tools.find(({ name }) => name === 'get-sum')).toMatchObject({
      title: 'Get Sum Tool',
      annotations: { readOnlyHint: true, idempotentHint: true },
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(textOf(await call('get-sum', { a: 2, b: 40 }))).toEqual(['The sum of 2 and 40 is 42.']);
    expect(textOf(await call('get-tiny-image', {}))).toContain('image');
  });

  test('reports progress', async () => {
    const { call } = use();
    const heard: string[] = [];
    const work = { duration: 1, steps: 4 };
    await call('trigger-long-running-operation', work, NEVER, (text) => heard.push(text));
    expect(heard.slice(0, 3)).toEqual(['1 of 4', '2 of 4', '3 of 4']);
  });

  test('a call under way can be cancelled, and the next one goes on the same connection', async () => {
    const { call } = use();
    const gone = new AbortController();
    const began = performance.now();
    const called = call('trigger-long-running-operation', { duration: 30, steps: 30 }, gone.signal, () => gone.abort());
    await expect(called).rejects.toMatchObject({ kind: 'cancelled' });
    expect(performance.now() - began).toBeLessThan(15_000);
    expect(textOf(await call('echo', { message: 'still here' }))).toEqual(['Echo: still here']);
  });

  test('killed while nothing happens, it is found to be gone', async () => {
    const { call } = use();
    await call('echo', { message: 'hello' });
    await everything.stop();
    await expect(call('echo', { message: 'hello' })).rejects.toMatchObject({ kind: 'unreachable' });
  });
});

test('a server of the 2026 revision is used without a session', async () => {
  const modern = await startModernServer();
  vi.stubEnv('MASSGEN_TRUSTED_ORIGINS', modern.origin);
  clients = createMcpClients();
  const server = testServer('modern', modern.url);
  const described = await clients.describe(server, { signal: NEVER });
  expect(described).toMatchObject({
    era: '2026-07-28',
    instructions: 'Ask me for weights.',
    tools: [{ name: 'paint' }, { name: 'weigh' }],
  });
  const tool = described.tools.find(({ name }) => name === 'weigh') ?? namedTool('');
  for (const of of ['a pen', 'a cup']) {
    const result = await clients.callTool(server, { tool, arguments: { of }, repeatable: true }, { signal: NEVER });
    expect(textOf(result)).toEqual([`${of}: 42 g`]);
  }
  expect(modern.asked).toEqual(['server/discover', 'subscriptions/listen', 'tools/list', 'tools/call', 'tools/call']);
  await modern.stop();
});

test('when the stream on which a server tells of changes breaks off, it is listened to anew, and its list asked for again', async () => {
  const modern = await startModernServer();
  vi.stubEnv('MASSGEN_TRUSTED_ORIGINS', modern.origin);
  clients = createMcpClients();
  const server = testServer('modern', modern.url);
  const count = (method: string) => modern.asked.filter((one) => one === method).length;
  await clients.describe(server, { signal: NEVER });
  for (let times = 1; times < 3; times++) {
    expect([count('subscriptions/listen'), count('tools/list')]).toEqual([times, times]);
    modern.breakStreams();
    await expect.poll(() => count('subscriptions/listen'), { timeout: 10_000 }).toBe(times + 1);
    // What is known is given at once, and asked for behind it.
    await clients.describe(server, { signal: NEVER });
    await expect.poll(() => count('tools/list')).toBe(times + 1);
  }
  await clients.close();
  const before = count('subscriptions/listen');
  modern.breakStreams();
  expect(count('subscriptions/listen')).toBe(before);
  await modern.stop();
});

test('where only the oldest transport is spoken, it is found', async () => {
  const everything = await startEverything('sse');
  vi.stubEnv('MASSGEN_TRUSTED_ORIGINS', everything.origin);
  clients = createMcpClients();
  const described = await clients.describe(testServer('old', everything.url), { signal: NEVER });
  expect(described.serverInfo.name).toContain('everything');
  await everything.stop();
});

test('a server that is known to be older is not asked in vain whether it is newer; what is long ago, or wrong, is not believed', async () => {
  let refuses = false;
  const double = await startMcpDouble({
    intercept: (_request, response) => refuses && Boolean(response.writeHead(500).end()),
  });
  vi.stubEnv('MASSGEN_TRUSTED_ORIGINS', double.origin);
  clients = createMcpClients();
  const known = (name: string, ageMs: number) =>
    double.server(name, { lastEra: { name: '2025-11-25', at: Date.now() - ageMs } });
  await clients.describe(known('fresh', 60_000), { signal: NEVER });
  expect([double.count('server/discover'), double.count('initialize')]).toEqual([0, 1]);
  await clients.describe(known('old', 25 * 60 * 60_000), { signal: NEVER });
  expect([double.count('server/discover'), double.count('initialize')]).toEqual([1, 2]);
  refuses = true;
  await expect(clients.describe(known('wrong', 60_000), { signal: NEVER })).rejects.toMatchObject({
    name: 'McpFailure',
  });
  refuses = false;
  await expect
    .poll(() =>
      clients.describe(known('wrong', 60_000), { signal: NEVER }).then(
        ({ era }) => era,
        () => null,
      ),
    )
    .toBe('2025-11-25');
  expect(double.count('server/discover')).toBe(2);
  await double.kill();
});
