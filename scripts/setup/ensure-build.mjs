import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { nodeBinary } from './node-binary.mjs';
import { runCommand } from './run-command.mjs';
import { withSetupLock } from './setup-lock.mjs';

const SOURCES = ['app', 'components', 'db', 'examples', 'lib', 'public'];
const FILES = [
  'instrumentation.ts',
  'next.config.ts',
  'package-lock.json',
  'postcss.config.mjs',
  'proxy.ts',
  'tsconfig.json',
];

/** @param {string} path @returns {number} the newest modification time at or below the path, in ms; 0 if absent */
function newest(path) {
  if (!existsSync(path)) return 0;
  const own = statSync(path);
  if (!own.isDirectory()) return own.mtimeMs;
  return Math.max(own.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** @param {string} root */
function isBuilt(root) {
  const built = newest(join(root, '.next', 'BUILD_ID'));
  return built > Math.max(...[...SOURCES, ...FILES].map((path) => newest(join(root, path))));
}

/**
 * Builds the app when there is no build or a source is newer than it. Of several starts at once, one builds.
 * @param {string} root the repository
 */
export async function ensureBuild(root) {
  await withSetupLock(root, async () => {
    if (isBuilt(root)) return;
    console.log('Building …');
    const next = join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
    const code = await runCommand(nodeBinary(root), [next, 'build'], {
      cwd: root,
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
    });
    if (code !== 0) throw new Error('The build failed; see the messages above.');
  });
}
