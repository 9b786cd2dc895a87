import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sandboxSupport } from '@/lib/platform/sandbox/sandbox-support';
import { liveMarked } from '@/lib/platform/sandbox/testing/live-marked';
import type { CodeCheck } from '@/lib/protocol/decision/checks/check';
import type { CallHost } from '../call/active-call';
import { performProgramCheck } from './perform-program-check';

const isThere = !('because' in (await sandboxSupport()));
const FENCE = '```';
let folder = '';
let outside = '';
let refusal: string | null = null;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'massgen-check-'));
  outside = mkdtempSync(join(tmpdir(), 'massgen-outside-'));
  writeFileSync(join(folder, 'total.txt'), '42');
  writeFileSync(join(outside, 'marker'), 'marker');
});
afterAll(() => {
  for (const each of [folder, outside]) rmSync(each, { recursive: true, force: true });
});

const host = {
  deps: { checkPrograms: { whyNot: async () => refusal, folderOf: async () => folder } },
  runId: 'r',
  run: { conversationId: 'c' },
} as unknown as Pick<CallHost, 'deps' | 'runId' | 'run'>;
let bounds = { seconds: 30, outputBytes: 200_000 };
const answer = (content: string) => ({ id: 'A.1' as const, content });
const command = (text: string, content = 'The answer.') =>
  performProgramCheck(host, { kind: 'command', command: text }, answer(content), new AbortController().signal, bounds);
const code = (content: string, given: Partial<CodeCheck> = {}) =>
  performProgramCheck(
    host,
    { kind: 'code', language: 'javascript', tests: null, ...given },
    answer(content),
    new AbortController().signal,
  );
const block = (language: string, text: string) => `Here:\n${FENCE}${language}\n${text}\n${FENCE}\n`;

(isThere ? describe : describe.skip)('P32: a program that checks an answer', () => {
  test('is a command in a copy of the author’s folder, with the answer as its input', async () => {
    expect(await command('test "$(cat total.txt)" = 42 && grep -q answer && echo fine')).toEqual({
      outcome: 'pass',
      because: 'fine',
    });
    expect(await command('echo wrong >&2; exit 1')).toEqual({ outcome: 'fail', because: 'wrong' });
    expect(await command('echo 7 >total.txt; touch more; ! true')).toMatchObject({ outcome: 'fail' });
    expect(readdirSync(folder)).toEqual(['total.txt']);
    expect(readFileSync(join(folder, 'total.txt'), 'utf8')).toBe('42');
  });

  test('is not run unless it may be', async () => {
    refusal = 'Not approved.';
    expect(await command('touch /tmp/x')).toEqual({ outcome: 'none', because: 'Not approved.' });
    refusal = null;
  });

  test('says nothing where it could not be run', async () => {
    for (const text of ['no-such-program', './total.txt', 'kill -9 $$'])
      expect(await command(text)).toMatchObject({ outcome: 'none' });
  });

  test('reads nothing outside of its folder, opens no connection and leaves no process', async () => {
    let asked = 0;
    const victim = createServer((socket) => {
      asked += 1;
      socket.destroy();
    }).listen(0, '127.0.0.1');
    await once(victim, 'listening');
    const { port } = victim.address() as { port: number };
    const reach = `require('node:net').connect(${port}, '127.0.0.1').on('connect', () => process.exit(0)).on('error', () => process.exit(1))`;
    for (const text of [
      `cat ${outside}/marker`,
      `cat ${process.cwd()}/package.json`,
      'cat /etc/passwd',
      `node -e "${reach}"`,
    ])
      expect(await command(text), text).toMatchObject({ outcome: 'fail' });
    expect(await command('setsid sleep 300.7 & nohup sleep 300.7 & true')).toMatchObject({ outcome: 'pass' });
    await expect.poll(() => liveMarked('300.7')).toEqual([]);
    expect(asked).toBe(0);
    victim.close();
  });

  test.each([
    ['a fork bomb', 'f() { f | f & }; f; f; sleep 100', 4],
    ['4 GB of memory', `node -e "const a = []; for (;;) a.push(Buffer.alloc(1e8, 1))"`, 30],
    ['endless output', 'yes', 30],
  ])('%s is no evidence, within its bounds', { timeout: 60_000 }, async (_, text, seconds) => {
    bounds = { ...bounds, seconds };
    const began = performance.now();
    expect(await command(text)).toMatchObject({ outcome: 'none' });
    expect(performance.now() - began).toBeLessThan(40_000);
  });

  test('is the code of the answer, with tests behind it', async () => {
    const add = block('js', 'function add(a, b) { return a + b; }');
    const tests = 'if (add(2, 2) !== 4) throw new Error("add(2, 2) is not 4");';
    expect(await code(add)).toEqual({ outcome: 'pass', because: 'The code runs without an error.' });
    expect(await code(add, { tests })).toEqual({ outcome: 'pass', because: 'The tests pass.' });
    expect(await code(add.replace('+', '-'), { tests })).toEqual({
      outcome: 'fail',
      because: 'Error: add(2, 2) is not 4',
    });
    expect(await code(block('js', 'process.exit(0)'), { tests })).toMatchObject({
      outcome: 'fail',
      because: expect.stringContaining('ends before'),
    });
    expect(await code('No code.')).toMatchObject({ outcome: 'fail', because: expect.stringContaining('one block') });
    expect(await code(add + add)).toMatchObject({ outcome: 'fail' });
    expect(await code(block('js', `import fs from 'node:fs';\nfs.readFileSync('${outside}/marker')`))).toMatchObject({
      outcome: 'fail',
      because: expect.stringContaining('ENOENT'),
    });
  });

  test('is Python too, where it is installed', async () => {
    const found = await code(block('python', 'def add(a, b):\n    return a + b'), {
      language: 'python',
      tests: 'assert add(2, 2) == 5, "four"',
    });
    expect([
      { outcome: 'fail', because: 'AssertionError: four' },
      { outcome: 'none', because: expect.stringContaining('python3') },
    ]).toContainEqual(found);
  });
});
