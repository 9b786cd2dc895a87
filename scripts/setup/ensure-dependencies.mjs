import { isInstalled } from './is-installed.mjs';
import { runCommand } from './run-command.mjs';
import { withSetupLock } from './setup-lock.mjs';

/**
 * Installs exactly what package-lock.json names, unless that is there already. Of several starts at once, one installs.
 * @param {string} root the repository
 */
export async function ensureDependencies(root) {
  if (isInstalled(root)) return;
  await withSetupLock(root, async () => {
    if (isInstalled(root)) return;
    console.log('Installing dependencies (npm ci) …');
    // The build needs what is for development only, which npm would leave out in production.
    const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
    if ((await runCommand('npm', args, { cwd: root })) === 0) return;
    throw new Error('npm ci failed. Check that the package registry can be reached, then try again.');
  });
}
