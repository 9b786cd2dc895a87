import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { nodeBinary } from './node-binary.mjs';
import { runCommand } from './run-command.mjs';

const KNOWN = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** @returns {string | undefined} a browser that is already on the machine */
function installed() {
  return KNOWN.find((path) => path && existsSync(path));
}

/** @param {string} root @returns {Promise<string | undefined>} the browser that Playwright manages, if it has one */
async function playwrightChromium(root) {
  const { chromium } = await import(join(root, 'node_modules', '@playwright', 'test', 'index.mjs'));
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

/** Debian and Ubuntu as root: the distribution's own package. */
async function installDebianPackage() {
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return;
  console.log('Installing Chromium (apt-get) …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runCommand('apt-get', ['update', '-qq'], { env });
  await runCommand('apt-get', ['install', '-y', '-qq', 'chromium'], { env, quiet: true });
}

/**
 * Finds a Chromium for the browser tests, or installs one: Playwright's own download, else the distribution's package.
 * @param {string} root the repository
 * @returns {Promise<string>} path of the executable
 */
export async function ensureChromium(root) {
  const found = installed() ?? (await playwrightChromium(root));
  if (found) return found;
  await installDebianPackage();
  if (!installed()) {
    console.log('Installing Chromium (playwright) …');
    const cli = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
    await runCommand(nodeBinary(root), [cli, 'install', 'chromium']);
  }
  const path = installed() ?? (await playwrightChromium(root));
  if (path) return path;
  throw new Error(
    'No Chromium found and none could be installed. Install one and set CHROMIUM_PATH to its executable.',
  );
}
