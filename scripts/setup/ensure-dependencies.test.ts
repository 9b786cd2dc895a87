import { execFile } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const MODULE = pathToFileURL(join(import.meta.dirname, 'ensure-dependencies.mjs')).href;
const PACKAGE = { version: '1.0.0', integrity: 'sha512-of-what-it-holds' };
const WANTED = {
  packages: {
    '': { name: 'app' },
    'node_modules/a': PACKAGE,
    'node_modules/for-another-system': { ...PACKAGE, optional: true },
  },
};
/** What npm leaves behind, in the place where npm leaves it; it takes its time, as npm does. */
const NPM = `#!${process.execPath}
const { appendFileSync, cpSync, mkdirSync } = require('node:fs');
appendFileSync('npm-calls', process.argv.slice(2).join(' ') + '\\n');
if (process.env.NPM_FAILS) process.exit(1);
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
mkdirSync('node_modules/a', { recursive: true });
cpSync('installed.json', 'node_modules/.package-lock.json');
`;

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'massgen-setup-'));
  mkdirSync(join(root, 'bin'));
  writeFileSync(join(root, 'bin', 'npm'), NPM);
  chmodSync(join(root, 'bin', 'npm'), 0o755);
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify(WANTED));
  writeFileSync(join(root, 'installed.json'), JSON.stringify({ packages: { 'node_modules/a': PACKAGE } }));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Another start in the same folder: a process of its own, as when somebody types `npm start` twice. */
function start(environment: Record<string, string> = {}) {
  const text = `import { ensureDependencies } from ${JSON.stringify(MODULE)}; await ensureDependencies(${JSON.stringify(root)});`;
  const PATH = [join(root, 'bin'), process.env.PATH].join(delimiter);
  return run(process.execPath, ['--input-type=module', '--eval', text], {
    env: { ...process.env, PATH, ...environment },
  });
}

const npmCalls = () =>
  existsSync(join(root, 'npm-calls')) ? readFileSync(join(root, 'npm-calls'), 'utf8').trim().split('\n') : [];

// The command that stands in for npm is a script with a first line that Windows does not read.
describe.skipIf(process.platform === 'win32')('the installation', () => {
  it('is done once where several starts need it at once, and leaves no lock behind', async () => {
    await Promise.all([start(), start(), start()]);
    expect(npmCalls()).toEqual(['ci --include=dev --no-audit --no-fund --loglevel=error']);
    expect(existsSync(join(root, '.setup-lock'))).toBe(false);
  });

  it('is recognised when somebody has done it by hand, without running npm', async () => {
    await run(join(root, 'bin', 'npm'), ['ci'], { cwd: root });
    expect(npmCalls()).toEqual(['ci']);
    await start();
    expect(npmCalls()).toEqual(['ci']);
  });

  it.each([
    ['a package has another version', { 'node_modules/a': { ...PACKAGE, version: '0.9.0' } }],
    ['a package holds something else', { 'node_modules/a': { ...PACKAGE, integrity: 'sha512-of-something-else' } }],
    ['a package is missing', {}],
  ])('is done again where %s', async (_, packages) => {
    mkdirSync(join(root, 'node_modules', 'a'), { recursive: true });
    writeFileSync(join(root, 'node_modules', '.package-lock.json'), JSON.stringify({ packages }));
    await start();
    expect(npmCalls()).toHaveLength(1);
  });

  it('does not wait for a start that is gone', async () => {
    const gone = run(process.execPath, ['--eval', '']);
    await gone;
    writeFileSync(join(root, '.setup-lock'), `${gone.child.pid} left-behind`);
    await start();
    expect(npmCalls()).toHaveLength(1);
  });

  it('does not wait for a start of before the machine was started, whoever has its process id now', async () => {
    const lock = join(root, '.setup-lock');
    writeFileSync(lock, `${process.pid} left-behind`);
    utimesSync(lock, 0, 0);
    await start();
    expect(npmCalls()).toHaveLength(1);
  });

  it('says for whom it waits, and what to do where that is nobody', async () => {
    const lock = join(root, '.setup-lock');
    writeFileSync(lock, `${process.pid} of-somebody-else`);
    const waiting = start();
    await new Promise<void>((resolve) => waiting.child.stdout?.once('data', () => resolve()));
    expect(npmCalls()).toEqual([]);
    rmSync(lock);
    expect((await waiting).stdout).toContain(`(process ${process.pid}) … If there is none, remove .setup-lock.`);
    expect(npmCalls()).toHaveLength(1);
  });

  it('says what to do when npm fails, and frees the place for the next start', async () => {
    await expect(start({ NPM_FAILS: '1' })).rejects.toMatchObject({
      stderr: expect.stringContaining('npm ci failed. Check that the package registry can be reached'),
    });
    await start();
    expect(npmCalls()).toHaveLength(2);
  });
});
