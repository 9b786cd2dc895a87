import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CallToolResult } from '@modelcontextprotocol/client';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { sandboxSupport } from '@/lib/platform/sandbox/sandbox-support';
import type { Elicitation, Sampling } from '@/lib/protocol/tool-event';
import { createMcpClients } from '../connect/create-mcp-clients';
import type { McpClients } from '../connect/mcp-clients';
import type { McpServer } from '../mcp-server';
import { testServer } from '../testing/mcp-double';
import { everythingInPlace } from '../testing/package-in-place';
import { type EverythingServer, startEverything } from '../testing/start-everything';
import { startModernServer } from '../testing/start-modern-server';
import { startTaskServer } from '../testing/start-task-server';
import { NEVER, namedTool } from '../testing/test-clients';
import { declineRequests } from './decline-requests';
import type { RequestHost } from './request-host';

let clients: McpClients;
let everything: EverythingServer | null = null;
afterEach(async () => {
  await clients.close();
  await everything?.stop();
  everything = null;
  vi.unstubAllEnvs();
});

interface TestHost extends RequestHost {
  asked: (Elicitation | Sampling)[];
  /** Settles when the server does not want to know any more. */
  withdrawn: Promise<void>;
}

function hostThat(reply: Partial<Pick<RequestHost, 'elicit' | 'sample'>>, people = 'r1'): TestHost {
  const asked: TestHost['asked'] = [];
  const { promise: withdrawn, resolve } = Promise.withResolvers<void>();
  return {
    people,
    asked,
    withdrawn,
    async elicit(elicitation, signal) {
      asked.push(elicitation);
      signal.addEventListener('abort', () => resolve());
      return (await reply.elicit?.(elicitation, signal)) ?? { action: 'decline' };
    },
    async sample(sampling, signal) {
      asked.push(sampling);
      return (await reply.sample?.(sampling, signal)) ?? { refused: 'No.' };
    },
  };
}

const say = (result: CallToolResult) =>
  result.content.map((part) => (part.type === 'text' ? part.text : '')).join('\n');

function call(server: McpServer, name: string, given: Record<string, unknown>, host?: RequestHost, signal = NEVER) {
  const asked = { tool: namedTool(name), arguments: given, repeatable: false };
  return clients.callTool(server, asked, { signal, ...(host && { host }) });
}

describe.each(['http', 'sse'] as const)('the reference server over %s', (type) => {
  async function start(toolTimeoutMs = 10_000): Promise<McpServer> {
    everything = await startEverything(type);
    vi.stubEnv('MASSGEN_TRUSTED_ORIGINS', everything.origin);
    clients = createMcpClients();
    const transport = { type, url: everything.url, headers: {} };
    return testServer('everything', everything.url, { transport, toolTimeoutMs });
  }

  test('asks a person by form, a model, and for folders; the time of the call stands still meanwhile', async () => {
    const server = await start(400);
    const later = <T>(reply: T) => new Promise<T>((resolve) => setTimeout(resolve, 900, reply));
    const host = hostThat({
      elicit: () => later({ action: 'accept' as const, content: { name: 'Ada', integer: 3 } }),
      sample: () => later({ model: 'm-1', text: 'The model says so.' }),
    });
    const answered = await call(server, 'trigger-elicitation-request', {}, host);
    expect(host.asked[0]).toMatchObject({
      mode: 'form',
      requestedSchema: { properties: { name: { type: 'string' } } },
    });
    expect(say(answered)).toContain('- Name: Ada');
    const sampled = await call(server, 'trigger-sampling-request', { prompt: 'What?', maxTokens: 10 }, host);
    expect(host.asked[1]).toMatchObject({
      systemPrompt: 'You are a helpful test server.',
      messages: [{ role: 'user', text: expect.stringContaining('What?') }],
    });
    expect(say(sampled)).toContain('The model says so.');
    expect(say(await call(server, 'get-roots-list', {}, host))).toMatch(/no roots|0 root/i);
  });

  test('is told what the person has said, and of nobody that they decline', async () => {
    const server = await start();
    const words: string[] = [];
    const told = await call(
      server,
      'trigger-elicitation-request',
      {},
      declineRequests((said) => words.push(said)),
    );
    expect(say(told)).toMatch(/declined/i);
    expect(words).toEqual([expect.stringContaining('It wanted to ask a person: “Please provide inputs')]);
    expect(say(await call(server, 'trigger-elicitation-request', {}))).toMatch(/declined/i);
    const left = hostThat({ elicit: async () => ({ action: 'cancel' }) });
    expect(say(await call(server, 'trigger-elicitation-request', {}, left))).toMatch(/cancel/i);
    await expect(call(server, 'trigger-sampling-request', { prompt: 'x', maxTokens: 1 }, left)).resolves.toMatchObject({
      isError: true,
    });
  });

  test('sends a person to https pages only, before a call or during it', async () => {
    const server = await start();
    const host = hostThat({ elicit: async () => ({ action: 'accept', content: {} }) });
    const page = 'https://accounts.example.com/consent?state=1';
    const asks = (url: string, errorPath: boolean) => call(server, 'trigger-url-elicitation', { url, errorPath }, host);
    expect(say(await asks(page, false))).toMatch(/accept/i);
    expect(host.asked).toEqual([{ mode: 'url', message: expect.any(String), url: page }]);
    await expect(asks('http://accounts.example.com/', false).then(say)).resolves.toMatch(/https addresses only/);
    await expect(asks('https://bank.example.com@evil.example/', false).then(say)).resolves.toMatch(
      /https addresses only/,
    );
    expect(host.asked).toHaveLength(1);
    // It refuses the call until the page was opened (-32042), and then goes on as before.
    expect(say(await asks(page, true))).toMatch(/accept/i);
    expect(host.asked).toHaveLength(3);
    const unwilling = call(server, 'trigger-url-elicitation', { url: `${page}2`, errorPath: true }, hostThat({}));
    await expect(unwilling).rejects.toMatchObject({ kind: 'rejected', message: expect.stringContaining('not opened') });
  });

  test('does not want to know any more when the call is over', async () => {
    const server = await start();
    const gone = new AbortController();
    const host = hostThat({ elicit: () => new Promise(() => gone.abort()) });
    await expect(call(server, 'trigger-elicitation-request', {}, host, gone.signal)).rejects.toMatchObject({
      kind: 'cancelled',
    });
  });

  test('asks those who made the call, of several', async () => {
    const server = await start();
    const ann = hostThat({ elicit: async () => ({ action: 'accept', content: { name: 'Ann' } }) }, 'run of Ann');
    const bob = hostThat({ elicit: async () => ({ action: 'accept', content: { name: 'Bob' } }) }, 'run of Bob');
    const [first, second] = await Promise.all(
      [ann, bob].map((host) => call(server, 'trigger-elicitation-request', {}, host).then(say)),
    );
    if (type === 'http') {
      expect([first, second]).toEqual([expect.stringContaining('Name: Ann'), expect.stringContaining('Name: Bob')]);
    } else {
      // On one stream for all of them nobody can say who is meant: nobody is asked then, and never the other one.
      expect(`${first}${second}`).toContain('it is not known which of them asks');
      expect(first).not.toContain('Name: Bob');
      expect(second).not.toContain('Name: Ann');
    }
  });
});

test('a program asks on its only stream, and of one run’s calls either is answered', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'massgen-asking-'));
  vi.stubEnv('DATA_DIR', dataDir);
  // Whether a sandbox can be made here is tested elsewhere.
  vi.stubEnv('MASSGEN_MCP_SANDBOX', 'because' in (await sandboxSupport()) ? 'off' : 'required');
  clients = createMcpClients();
  const transport = { ...everythingInPlace(dataDir), env: {}, network: false, folders: [] };
  const server = testServer('program', '', { transport });
  const host = hostThat({ elicit: async () => ({ action: 'accept', content: { name: 'Ann' } }) });
  const both = [1, 2].map(() => call(server, 'trigger-elicitation-request', {}, host).then(say));
  for (const answered of await Promise.all(both)) expect(answered).toContain('- Name: Ann');
  expect(host.asked).toHaveLength(2);
  rmSync(dataDir, { recursive: true, force: true });
});

test('a server does a call as a task, says how far it is, and asks during it', async () => {
  everything = await startEverything('http');
  vi.stubEnv('MASSGEN_TRUSTED_ORIGINS', everything.origin);
  clients = createMcpClients();
  const server = testServer('everything', everything.url);
  const { tools } = await clients.describe(server, { signal: NEVER });
  const tool = tools.find(({ name }) => name === 'simulate-research-query') ?? namedTool('');
  const host = hostThat({ elicit: async () => ({ action: 'accept', content: { interpretation: 'snake' } }) });
  const progress: string[] = [];
  const asked = { tool, arguments: { topic: 'python', ambiguous: true }, repeatable: false };
  const result = await clients.callTool(server, asked, {
    ...{ signal: NEVER, host },
    onProgress: (text) => progress.push(text),
  });
  expect(say(result)).toContain('# Research Report: python (snake)');
  expect(host.asked).toMatchObject([{ mode: 'form', requestedSchema: { required: ['interpretation'] } }]);
  expect(progress).toEqual(expect.arrayContaining(['Gathering sources...', 'Generating report...']));
  // Nobody waits for it any more.
  const gone = new AbortController();
  const left = clients.callTool(
    server,
    { ...asked, arguments: { topic: 'python' } },
    {
      signal: gone.signal,
      onProgress: () => gone.abort(),
    },
  );
  await expect(left).rejects.toMatchObject({ kind: 'cancelled' });
  const cancelled = () => clients.messages(server.id).some(({ method }) => method === 'tasks/cancel');
  await expect.poll(cancelled).toBe(true);
});

test('a server of the 2026 revision asks in rounds, within the call', async () => {
  const modern = await startModernServer();
  vi.stubEnv('MASSGEN_TRUSTED_ORIGINS', modern.origin);
  clients = createMcpClients();
  const host = hostThat({
    elicit: async () => ({ action: 'accept', content: { sure: true } }),
    sample: async () => ({ model: 'm-1', text: 'Blue.' }),
  });
  const progress: string[] = [];
  const server = testServer('modern', modern.url, { toolTimeoutMs: 2000 });
  const asked = { tool: namedTool('paint'), arguments: { what: 'a wall' }, repeatable: false };
  const result = await clients.callTool(server, asked, {
    signal: NEVER,
    host,
    onProgress: (text) => progress.push(text),
  });
  expect(say(result)).toBe('a wall is painted: Blue.');
  expect(host.asked).toMatchObject([
    { mode: 'form', message: 'Paint a wall?' },
    { messages: [{ text: 'Which colour?' }] },
  ]);
  expect(progress).toEqual([]);
  const declined = await clients.callTool(server, asked, { signal: NEVER, host: hostThat({}) });
  expect(say(declined)).toBe('a wall stays as it is.');
  await modern.stop();
});

test('a server of the 2026 revision does a call as a task, says how far it is, and asks during it', async () => {
  const weaver = await startTaskServer();
  vi.stubEnv('MASSGEN_TRUSTED_ORIGINS', weaver.origin);
  clients = createMcpClients();
  const server = testServer('weaver', weaver.url);
  const host = hostThat({ elicit: async () => ({ action: 'accept', content: { size: 'L' } }) });
  const progress: string[] = [];
  const asked = { tool: namedTool('weave'), arguments: {}, repeatable: false };
  const result = await clients.callTool(server, asked, {
    signal: NEVER,
    host,
    onProgress: (text) => progress.push(text),
  });
  expect(say(result)).toBe('Woven in L.');
  expect(host.asked).toMatchObject([{ mode: 'form', message: 'Which size?' }]);
  expect(progress).toEqual(expect.arrayContaining(['Begun', '1 of 3 rows', 'Needs a size']));
  const gone = new AbortController();
  const left = clients.callTool(server, asked, {
    signal: gone.signal,
    host: hostThat({ elicit: () => new Promise(() => gone.abort()) }),
  });
  await expect(left).rejects.toMatchObject({ kind: 'cancelled' });
  await expect.poll(() => weaver.asked).toContain('tasks/cancel');
  await weaver.stop();
});
