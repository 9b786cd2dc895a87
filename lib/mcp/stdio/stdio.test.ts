import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { sandboxSupport } from '@/lib/platform/sandbox/sandbox-support';
import { liveMarked } from '@/lib/platform/sandbox/testing/live-marked';
import { createMcpClients } from '../connect/create-mcp-clients';
import type { McpServer, McpTool, ProgramTransport } from '../mcp-server';

const isThere = !('because' in (await sandboxSupport()));
let folder = '';
const clients = createMcpClients();
let count = 0;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'massgen-stdio-'));
  vi.stubEnv('DATA_DIR', folder);
});
afterEach(() => vi.stubEnv('MASSGEN_MCP_SANDBOX', undefined));
afterAll(async () => {
  await clients.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A server of the era before 2026, as most programs are; `more` is what it does besides. */
const PROGRAM = `
const answer = (id, result) => process.stdout.write(JSON.stringify({ jsonrpc: '2.0', id, result }) + '\\n');
const tools = [{ name: 'do', inputSchema: { type: 'object' } }];
const does = { initialize: () => ({ protocolVersion: '2025-11-25', capabilities: { tools: {} }, serverInfo: { name: 'p', version: '1' } }), 'tools/list': () => ({ tools }) };
const text = (said) => ({ content: [{ type: 'text', text: String(said) }] });
require('node:readline').createInterface({ input: process.stdin }).on('line', async (line) => {
  const { id, method, params } = JSON.parse(line);
  if (id === undefined) return;
  if (method === 'tools/call') { const given = await call(params.arguments); if (given !== undefined) answer(id, text(given)); return; }
  if (does[method]) answer(id, does[method]());
  else unknown(id, method);
});
let unknown = (id) => process.stdout.write(JSON.stringify({ jsonrpc: '2.0', id, error: { code: -32601, message: 'unknown' } }) + '\\n');
let call = () => 'done';
`;

function server(code: string, given: Partial<ProgramTransport> = {}): McpServer {
  const id = `00000000-0000-4000-8000-${String(++count).padStart(12, '0')}`;
  const transport: ProgramTransport = {
    ...{
      type: 'stdio',
      command: 'node',
      args: ['-e', PROGRAM + code, 'stdio-test'],
      env: {},
      network: false,
      folders: [],
    },
    ...given,
  };
  return {
    id,
    name: 'P',
    scope: 'own',
    connectionKey: id,
    transport,
    toolTimeoutMs: 20_000,
    group: null,
    isTrusted: false,
  };
}
const TOOL: McpTool = { name: 'do', description: '', inputSchema: { type: 'object' }, hash: '' };
const signal = () => AbortSignal.timeout(30_000);
const call = async (at: McpServer, args = {}) => {
  const { content } = await clients.callTool(
    at,
    { tool: TOOL, arguments: args, repeatable: false },
    { signal: signal() },
  );
  return (content[0] as { text: string }).text;
};
const running = () => liveMarked('stdio-test');

(isThere ? describe : describe.skip)('a server that is a program', () => {
  test('is started when it is needed, gets its variables, and ends when it is forgotten', async () => {
    const one = server('call = () => process.env.KEY + " " + process.env.HOME', { env: { KEY: 'given' } });
    expect(await clients.describe(one, { signal: signal() })).toMatchObject({
      tools: [{ name: 'do' }],
      era: '2025-11-25',
    });
    expect(await call(one)).toBe('given /home/agent');
    clients.forget(one.id);
    await expect.poll(running).toEqual([]);
  });

  test('keeps what it writes into its folder', async () => {
    const code = `call = ({ word }) => { const fs = require('node:fs'), at = process.env.HOME + '/a'; if (word) fs.writeFileSync(at, word); return fs.readFileSync(at, 'utf8'); }`;
    const one = server(code);
    await call(one, { word: 'kept' });
    clients.forget(one.id);
    await expect.poll(running).toEqual([]);
    expect(await call(one)).toBe('kept');
    clients.forget(one.id);
  });

  test.each([
    ['ends at once', 'process.stderr.write("no key\\n"); process.exit(3)', /exit code 3.*no key/],
    ['ends when it is asked', 'call = () => process.exit(4)', /ended|broke off/],
    ['sends 12 MB in one message', 'call = () => "x".repeat(12e6)', /more than 10 MB/],
    [
      'writes garbage without end',
      'call = () => { for (let i = 0; i < 30; i++) process.stdout.write("log\\n".repeat(1e5)); }',
      /not MCP/,
    ],
  ])('that %s is told so', async (_, code, words) => {
    const one = server(code);
    await expect(call(one)).rejects.toThrow(words);
    clients.forget(one.id);
    await expect.poll(running).toEqual([]);
  });

  test.each([
    ['logs to its output', 'console.log("starting"); call = () => { console.log("{not json"); return "done"; }'],
    ['complains without end', 'setInterval(() => process.stderr.write("x".repeat(1e5)), 1)'],
    ['ends when it is asked what it does not know', 'unknown = () => process.exit(1)'],
    ['says nothing to what it does not know', 'unknown = () => {}'],
  ])('that %s works all the same', async (_, code) => {
    const one = server(code);
    expect(await call(one)).toBe('done');
    clients.forget(one.id);
    await expect.poll(running).toEqual([]);
  });

  test('that is killed is started again for the next call, and what was asked is not asked twice', async () => {
    const code = `call = ({ die }) => die ? process.kill(process.pid, 'SIGKILL') : 'done'`;
    const one = server(code);
    await expect(call(one, { die: true })).rejects.toThrow(/signal|ended|broke off/);
    expect(await call(one)).toBe('done');
    clients.forget(one.id);
  });

  test('that does not exist is said, and not tried again and again', async () => {
    const one = server('', { command: 'no-such-program' });
    const began = performance.now();
    await expect(call(one)).rejects.toThrow(/no program “no-such-program”/);
    for (let times = 0; times < 20; times++) await expect(call(one)).rejects.toThrow(/no-such-program/);
    expect(performance.now() - began).toBeLessThan(15_000);
  });

  test('whose package is not installed is not fetched', async () => {
    const one = server('', { command: 'npx', args: ['-y', 'left-pad@1.3.0'] });
    await expect(call(one)).rejects.toThrow(/left-pad@1.3.0 is not installed/);
  });
});

test('with the sandbox switched off it runs as a plain program, with its own environment only', async () => {
  vi.stubEnv('MASSGEN_MCP_SANDBOX', 'off');
  vi.stubEnv('SECRET_OF_THE_SERVER', 'marker');
  const one = server('call = () => JSON.stringify(Object.keys(process.env).sort())', { env: { KEY: 'a' } });
  expect(JSON.parse(await call(one))).toEqual(['HOME', 'KEY', 'PATH']);
  clients.forget(one.id);
  await expect.poll(running).toEqual([]);
});

test('where programs are switched off none is started', async () => {
  vi.stubEnv('MASSGEN_MCP_STDIO', 'off');
  await expect(call(server(''))).rejects.toThrow(/switched off/);
  vi.stubEnv('MASSGEN_MCP_STDIO', 'admin');
});
