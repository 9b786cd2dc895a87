import 'server-only';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { cleanWords } from '@/lib/platform/sandbox/clean-words';
import { McpFailure } from '../connect/mcp-failure';
import { packageFolder } from './installed-package';
import { knownIntegrity } from './pinned-version';
import { texts } from './texts';

const INSTALL_SECONDS = 180;
/** What npm is told of this machine: how it reaches its registry, and nothing else. */
const FOR_NPM = /^(?:PATH|HOME|NPM_CONFIG_.*|HTTPS?_PROXY|NO_PROXY|NODE_EXTRA_CA_CERTS|SSL_CERT_(?:FILE|DIR))$/i;

const run = promisify(execFile);
const holder = globalThis as { massgenPackages?: Map<string, Promise<void>> };

/**
 * Has npm fetch a package of exactly this version with all that it needs, unless it is there; its own scripts are not run. One of the catalogue must be
 * the one that the catalogue knows. Throws `McpFailure`.
 */
export function installPackage(name: string, version: string): Promise<void> {
  holder.massgenPackages ??= new Map();
  const underWay = holder.massgenPackages;
  const key = `${name}@${version}`;
  const started = underWay.get(key) ?? install(name, version).finally(() => underWay.delete(key));
  underWay.set(key, started);
  return started;
}

async function install(name: string, version: string): Promise<void> {
  const folder = packageFolder(name, version);
  if (await stat(folder).catch(() => null)) return;
  const parent = dirname(folder);
  await mkdir(parent, { recursive: true, mode: 0o700 });
  const unfinished = await mkdtemp(join(parent, '.new-'));
  try {
    await fetchInto(unfinished, name, version);
    const lock = await readFile(join(unfinished, 'package-lock.json'), 'utf8');
    const { packages } = JSON.parse(lock) as { packages: Record<string, { integrity?: string } | undefined> };
    const known = knownIntegrity(name, version);
    if (known !== null && packages[`node_modules/${name}`]?.integrity !== known)
      throw new McpFailure('refused', texts.otherIntegrity(name));
    // Inside the sandbox somebody else reads it.
    await run('chmod', ['-R', 'a+rX', unfinished]);
    await rename(unfinished, folder);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

async function fetchInto(folder: string, name: string, version: string): Promise<void> {
  const asked = ['--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund', '--prefer-offline', '--save-exact'];
  const env = Object.fromEntries(Object.entries(process.env).filter(([variable]) => FOR_NPM.test(variable)));
  try {
    await run('npm', ['install', ...asked, '--prefix', folder, `${name}@${version}`], {
      ...{ cwd: folder, env: env as NodeJS.ProcessEnv, timeout: INSTALL_SECONDS * 1000, killSignal: 'SIGKILL' },
      maxBuffer: 4_000_000,
    });
  } catch (error) {
    throw new McpFailure('refused', texts.installFailed(`${name}@${version}`, whyNot(error)), error);
  }
}

function whyNot(error: unknown): string {
  const { code, killed, stderr = '' } = error as { code?: string | number; killed?: boolean; stderr?: string };
  if (code === 'ENOENT') return texts.noNpm;
  if (killed) return texts.installTime(INSTALL_SECONDS);
  const said = stderr.split('\n').filter((line) => /^npm (?:error|ERR!) /.test(line) && !/A complete log/.test(line));
  return cleanWords(said.slice(0, 2).join(' '));
}
