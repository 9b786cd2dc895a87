import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runSandboxed, type SandboxedRun } from './run-sandboxed';
import type { SandboxProfile } from './sandbox-profile';
import { sandboxSupport } from './sandbox-support';
import { startSandboxed } from './start-sandboxed';
import { liveMarked } from './testing/live-marked';

const ESCAPE = fileURLToPath(new URL('testing/escape.mjs', import.meta.url));
const UNTIL_KILLED = fileURLToPath(new URL('testing/until-killed.ts', import.meta.url));
const HOOKS = fileURLToPath(new URL('../../../scripts/ts-hooks.mjs', import.meta.url));
const limits = {
  ...{ memoryBytes: 300e6, processes: 64, openFiles: 128, fileBytes: 4e6, temporaryBytes: 16e6, cpuSeconds: 20 },
};
const isThere = !('because' in (await sandboxSupport()));
let folder = '';
let victim: Server;
let asked = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'massgen-sandbox-'));
  victim = createServer((socket) => {
    asked += 1;
    socket.destroy();
  }).listen(0, '127.0.0.1');
  await once(victim, 'listening');
});
afterAll(() => {
  victim.close();
  rmSync(folder, { recursive: true, force: true });
});

function run(given: Partial<SandboxProfile>, more: Partial<SandboxedRun> = {}) {
  const profile = {
    ...{ command: 'sh', args: [], env: {}, network: false, home: null, folders: [], copyOf: null, limits },
    ...given,
  };
  const signal = new AbortController().signal;
  return runSandboxed(profile, { input: '', seconds: 15, outputBytes: 50_000, signal, ...more });
}
const script = (text: string, given: Partial<SandboxProfile> = {}, more: Partial<SandboxedRun> = {}) =>
  run({ args: ['-c', text], ...given }, more);

(isThere ? describe : describe.skip)('a program in a sandbox', () => {
  test('finds no secret, no file of the project, no data, nobody on the network, and no other process', async () => {
    const secret = join(folder, 'secret');
    writeFileSync(secret, 'marker-of-a-secret');
    process.env.SANDBOX_TEST_SECRET = 'marker-of-a-secret';
    const { port } = victim.address() as { port: number };
    const input = { paths: [secret, folder, process.cwd(), ESCAPE], port, marker: 'marker-of-a-secret' };
    const end = await run({
      command: 'node',
      args: ['/opt/escape.mjs', JSON.stringify(input)],
      folders: [{ from: ESCAPE, to: '/opt/escape.mjs', isWritable: false }],
    });
    delete process.env.SANDBOX_TEST_SECRET;
    expect(end).toMatchObject({ code: 0 });
    expect('output' in end && JSON.parse(end.output)).toEqual({
      ...{ files: [], written: [], processes: [], environments: [], hosts: [], root: false },
    });
    expect(asked).toBe(0);
    expect(input.paths.filter((path) => existsSync(`${path}.escape`))).toEqual([]);
    expect(readFileSync(secret, 'utf8')).toBe('marker-of-a-secret');
  });

  test('reaches the network where it may', async () => {
    const { port } = victim.address() as { port: number };
    const code = `require('node:net').connect(${port}, '127.0.0.1').on('close', () => process.exit(0))`;
    expect(await run({ command: 'node', args: ['-e', code], network: true })).toMatchObject({ code: 0 });
    expect(asked).toBe(1);
    asked = 0;
  });

  test('has a folder of its own that stays, and its environment is what it is given', async () => {
    const home = join(folder, 'home');
    await script('echo kept >"$HOME/a"', { home });
    expect(await script('cat "$HOME/a"; env | sort', { home, env: { GIVEN: 'word' } })).toMatchObject({
      output: expect.stringMatching(/^kept\nGIVEN=word\nHOME=\/home\/agent\nLANG=C.UTF-8\nLOGNAME=agent\n/),
    });
  });

  test('works in a copy of a folder, in which it may do as it likes', async () => {
    const given = join(folder, 'given');
    mkdirSync(join(given, 'deep'), { recursive: true, mode: 0o700 });
    writeFileSync(join(given, 'deep', 'a'), 'one', { mode: 0o600 });
    const end = await script('cat deep/a; echo two >deep/a; rm -r deep; ls; echo x >/given/b || echo refused', {
      copyOf: given,
    });
    expect(end).toMatchObject({ code: 0, output: 'onerefused\n' });
    expect(readFileSync(join(given, 'deep', 'a'), 'utf8')).toBe('one');
  });

  test.each([
    // How fast this machine is says which of its bounds it meets first.
    ['a fork bomb', 'f() { f | f & }; f; wait; sleep 20', { seconds: 3 }, /3 s|50 kB|64 processes|Cannot fork/],
    ['endless output', 'yes', {}, /more than 50 kB/],
    ['endless complaint', 'yes >&2', {}, /more than 50 kB/],
    ['one that does not end', 'sleep 60', { seconds: 1 }, /longer than 1 s/],
  ])('%s comes to an end', async (_, text, more, words) => {
    const began = performance.now();
    const end = await script(`: sandbox-bomb; ${text}`, {}, more);
    expect('because' in end ? end.because : end.complaint).toMatch(words);
    expect(performance.now() - began).toBeLessThan(12_000);
    await expect.poll(() => liveMarked('sandbox-bomb')).toEqual([]);
  });

  test('does not get more memory than it may, in one process or in many', async () => {
    const fill = 'const all = []; for (;;) all.push(Buffer.alloc(2e7, 1))';
    const end = await run({ command: 'node', args: ['-e', fill] });
    expect('because' in end ? end.because : `${end.code} ${end.complaint}`).toMatch(/300 MB|allocate|longer/);
    const many = `for (let i = 0; i < 3; i++) require('node:child_process').spawn('node', ['-e', 'Buffer.alloc(15e7, 1); setInterval(() => {}, 9)']); setInterval(() => {}, 9)`;
    expect(await run({ command: 'node', args: ['-e', many] })).toEqual({
      because: expect.stringMatching(/300 MB|longer/),
    });
  });

  test('fills neither a disk nor the memory of its folders', async () => {
    const end = await script(
      'head -c 20000000 /dev/zero >/tmp/a; head -c 20000000 /dev/zero >/dev/shm/a; du -sk /tmp /dev/shm | cut -f1',
    );
    if ('because' in end) throw new Error(end.because);
    for (const kilobytes of end.output.trim().split('\n')) expect(Number(kilobytes)).toBeLessThanOrEqual(16_000);
  });

  test('what does not exist is said', async () => {
    expect(await run({ command: 'no-such-program' })).toMatchObject({
      code: 127,
      complaint: expect.stringContaining('no-such-program'),
    });
    const { process: child, kill } = await startSandboxed({ ...profileOf('cat'), copyOf: join(folder, 'nothing') });
    child.stdin.end();
    expect(await once(child, 'close')).toEqual([0, null]);
    kill();
  });

  test('ends with the process that has started it, however that ends', async () => {
    const starter = spawn(process.execPath, ['--import', HOOKS, UNTIL_KILLED], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(starter.stdout, 'data');
    expect(liveMarked('sandbox-orphan').length).toBeGreaterThan(0);
    starter.kill('SIGKILL');
    await expect.poll(() => liveMarked('sandbox-orphan'), { timeout: 5000 }).toEqual([]);
  });
});

function profileOf(command: string): SandboxProfile {
  return { command, args: [], env: {}, network: false, home: null, folders: [], copyOf: null, limits };
}

if (!isThere)
  test('without sandboxes it is said why', async () => {
    await expect(run({ command: 'true' })).rejects.toThrow(/bubblewrap|Linux|system/);
  });
