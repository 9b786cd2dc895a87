import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { sandboxSupport } from '@/lib/platform/sandbox/sandbox-support';
import { createMcpClients } from '../connect/create-mcp-clients';
import type { GrantedFolder, McpServer } from '../mcp-server';
import { closedFolderProblem, folderProblem } from './granted-folders';
import { programHome } from './program-profile';

const isThere = !('because' in (await sandboxSupport()));
let folder = '';
const clients = createMcpClients();

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'massgen-granted-'));
  for (const name of ['data', 'read', 'write', '.hidden', 'outside']) mkdirSync(join(folder, name), { mode: 0o777 });
  // As the umask would not have it: where root makes sandboxes, programs are users of their own.
  rmSync(join(folder, 'write'), { recursive: true });
  const before = process.umask(0);
  mkdirSync(join(folder, 'write'), { mode: 0o777 });
  process.umask(before);
  writeFileSync(join(folder, 'read', 'a'), 'from outside');
  writeFileSync(join(folder, 'outside', 'secret'), 'not for it');
  symlinkSync(join(folder, 'read'), join(folder, 'link'));
  symlinkSync(join(folder, 'outside', 'secret'), join(folder, 'read', 'leads-out'));
  vi.stubEnv('DATA_DIR', join(folder, 'data'));
});
afterAll(async () => {
  await clients.close();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const problemOf = (path: string) => folderProblem({ path, writable: false });

describe('a folder that a program is given', () => {
  test.each([
    ['/', /holds what belongs to everybody/],
    ['/home', /holds what belongs to everybody|no folder/],
    ['/tmp', /holds what belongs to everybody/],
    ['/proc', /belongs to the system/],
    ['/proc/1', /belongs to the system/],
    ['/sys', /belongs to the system/],
    ['/dev', /belongs to the system/],
    ['/etc', /belongs to the system/],
    ['/etc/ssl', /belongs to the system|link/],
    ['/usr/lib', /belongs to the system/],
    ['/var/lib', /belongs to the system/],
    ['relative/path', /whole path/],
    ['/tmp/../etc', /whole path/],
    ['/no/such/folder', /no folder/],
    [process.cwd(), /application/],
    [join(process.cwd(), 'lib'), /application/],
    [homedir(), /home|everybody/],
  ])('is not %s', async (path, words) => {
    expect(await problemOf(path)).toMatch(words);
  });

  test('is neither the data folder, nor what is in it or holds it, nor hidden, nor a link', async () => {
    mkdirSync(join(folder, 'data', 'work'));
    for (const path of [folder, join(folder, 'data'), join(folder, 'data', 'work')])
      expect(await problemOf(path)).toMatch(/application/);
    expect(await problemOf(join(folder, '.hidden'))).toMatch(/hidden/);
    expect(await problemOf(join(folder, 'link'))).toContain(join(folder, 'read'));
    expect(await problemOf(join(folder, 'read', 'a'))).toMatch(/no folder/);
    expect(await problemOf(join(folder, 'read'))).toBeNull();
  });

  test.runIf(isThere && process.getuid?.() === 0)('that the program’s user may not write to is said', async () => {
    const closed = { path: join(folder, 'outside'), writable: true };
    expect(await closedFolderProblem(closed, programHome('p'))).toMatch(/user of its own \(6\d{4}\).*setfacl/);
    expect(await closedFolderProblem({ ...closed, writable: false }, programHome('p'))).toBeNull();
  });
});

/** Does with files what it is told, and says how that went. */
const PROGRAM = `
const fs = require('node:fs');
const answer = (id, result) => process.stdout.write(JSON.stringify({ jsonrpc: '2.0', id, result }) + '\\n');
const does = { initialize: () => ({ protocolVersion: '2025-11-25', capabilities: { tools: {} }, serverInfo: { name: 'p', version: '1' } }), 'tools/list': () => ({ tools: [] }) };
const tried = ([what, ...given]) => { try { return String(fs[what](...given)); } catch (error) { return error.code; } };
require('node:readline').createInterface({ input: process.stdin }).on('line', (line) => {
  const { id, method, params } = JSON.parse(line);
  if (id === undefined) return;
  if (method === 'tools/call') return answer(id, { content: [{ type: 'text', text: JSON.stringify(params.arguments.steps.map(tried)) }] });
  if (does[method]) return answer(id, does[method]());
  process.stdout.write(JSON.stringify({ jsonrpc: '2.0', id, error: { code: -32601, message: 'unknown' } }) + '\\n');
});
`;

let count = 0;
function server(folders: GrantedFolder[]): McpServer {
  const id = `granted-${++count}`;
  return {
    ...{ id, name: 'P', scope: 'own', connectionKey: id, toolTimeoutMs: 20_000, group: null, isTrusted: false },
    transport: { type: 'stdio', command: 'node', args: ['-e', PROGRAM], env: {}, network: false, folders },
  };
}
async function tried(at: McpServer, steps: unknown[][]): Promise<string[]> {
  const tool = { name: 'do', description: '', inputSchema: { type: 'object' }, hash: '' };
  const signal = AbortSignal.timeout(30_000);
  const { content } = await clients.callTool(at, { tool, arguments: { steps }, repeatable: false }, { signal });
  return JSON.parse((content[0] as { text: string }).text);
}

(isThere ? describe : describe.skip)('from inside', () => {
  test('what it was given to read cannot be changed, what it may change can, and nothing beside them is there', async () => {
    const [read, write] = [join(folder, 'read'), join(folder, 'write')];
    const one = server([
      { path: read, writable: false },
      { path: write, writable: true },
    ]);
    expect(
      await tried(one, [
        ['readFileSync', join(read, 'a'), 'utf8'],
        ['writeFileSync', join(read, 'b'), 'x'],
        ['unlinkSync', join(read, 'a')],
        ['writeFileSync', join(write, 'b'), 'from inside'],
        ['readFileSync', join(write, 'b'), 'utf8'],
        // Links lead nowhere, and its neighbours are not there.
        ['readFileSync', join(read, 'leads-out'), 'utf8'],
        ['readFileSync', join(folder, 'outside', 'secret'), 'utf8'],
        ['readdirSync', folder],
        ['writeFileSync', join(folder, 'c'), 'x'],
      ]),
    ).toEqual([
      'from outside',
      'EROFS',
      'EROFS',
      'undefined',
      'from inside',
      'ENOENT',
      'ENOENT',
      'read,write',
      expect.stringMatching(/^E(?:ACCES|ROFS)$/),
    ]);
    expect(readFileSync(join(write, 'b'), 'utf8')).toBe('from inside');
    expect(readFileSync(join(read, 'a'), 'utf8')).toBe('from outside');
    clients.forget(one.id);
  });

  test('one that has become a link since it was given is not bound', async () => {
    const path = join(folder, 'swapped');
    mkdirSync(path);
    const one = server([{ path, writable: true }]);
    renameSync(path, `${path}-before`);
    symlinkSync(join(folder, 'outside'), path);
    await expect(tried(one, [['readdirSync', path]])).rejects.toThrow(/is a link/);
  });

  test('without any it sees none', async () => {
    const one = server([]);
    expect(await tried(one, [['readdirSync', join(folder, 'read')]])).toEqual(['ENOENT']);
    clients.forget(one.id);
  });
});
