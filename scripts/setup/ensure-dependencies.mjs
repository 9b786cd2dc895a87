import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './run-command.mjs';

/**
 * Installs exactly what package-lock.json names, when it is not there yet or another lock file was installed.
 * @param {string} root the repository
 */
export async function ensureDependencies(root) {
  const stamp = join(root, 'node_modules', '.massgen-lock');
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Installing dependencies (npm ci) …');
  const code = await runCommand('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root });
  if (code !== 0) throw new Error('npm ci failed. Check that the package registry can be reached, then try again.');
  writeFileSync(stamp, wanted);
}
