import 'server-only';
import { execFile } from 'node:child_process';
import { lstat, readlink, stat } from 'node:fs/promises';
import { delimiter, join, sep } from 'node:path';
import { databaseSettings } from '@/db/settings';
import { cleanWords } from './clean-words';
import { type SandboxPlace, type SandboxWay, SYSTEM, sandboxArguments, sandboxEnvironment } from './sandbox-arguments';
import type { SandboxLimits } from './sandbox-profile';
import { texts } from './texts';

/** What this machine can do: `because` says why nothing. */
export type SandboxSupport = { bubblewrap: string; place: Omit<SandboxPlace, 'user'> } | { because: string };

const PROBE_MS = 5_000;
/** What was not there may have been installed. */
const TRY_AGAIN_MS = 30_000;
const PROBE_LIMITS: SandboxLimits = {
  ...{ memoryBytes: 256e6, processes: 16, openFiles: 64, fileBytes: 1e6, temporaryBytes: 1e6, cpuSeconds: 5 },
};

const holder = globalThis as { massgenSandbox?: { found: Promise<SandboxSupport>; until: number } };

/** Found out once, by making a sandbox; again after a while where it did not work. Never throws. */
export function sandboxSupport(): Promise<SandboxSupport> {
  const known = holder.massgenSandbox;
  if (known && performance.now() < known.until) return known.found;
  const asked = { found: findSupport(), until: Number.POSITIVE_INFINITY };
  holder.massgenSandbox = asked;
  void asked.found.then((support) => {
    if ('because' in support) asked.until = performance.now() + TRY_AGAIN_MS;
  });
  return asked.found;
}

async function findSupport(): Promise<SandboxSupport> {
  if (process.platform !== 'linux') return { because: texts.onlyLinux };
  const bubblewrap = await onPath('bwrap');
  if (bubblewrap === null) return { because: texts.noBubblewrap };
  let because = '';
  for (const way of waysToTry()) {
    const place = await placeFor(way);
    const said = await probe(bubblewrap, place);
    if (said === null) return { bubblewrap, place };
    because ||= said;
  }
  return { because: texts.refusedBySystem(because) };
}

/** Root in a container may not be all that root is: what does not work one way may the other. */
function waysToTry(): SandboxWay[] {
  const asUser: SandboxWay[] = ['namespace', 'namespaceOnly'];
  return process.getuid?.() === 0 ? ['dropped', ...asUser] : asUser;
}

async function placeFor(way: SandboxWay): Promise<Omit<SandboxPlace, 'user'>> {
  const system = await Promise.all(
    SYSTEM.map(async (path) => {
      const stats = await lstat(path).catch(() => null);
      if (!stats) return [];
      return [{ path, link: stats.isSymbolicLink() && !path.startsWith('/etc/') ? await readlink(path) : null }];
    }),
  );
  const own = [process.cwd(), databaseSettings().dataDir];
  const hidden = own.filter((path) => SYSTEM.some((shown) => path.startsWith(`${shown}${sep}`)));
  return { way, system: system.flat(), hidden, node: process.execPath };
}

/** What the system says against it; `null` = nothing. */
async function probe(bubblewrap: string, place: Omit<SandboxPlace, 'user'>): Promise<string | null> {
  const profile = {
    ...{ command: 'true', args: [], env: {}, network: false, home: null, folders: [], copyOf: null },
    limits: PROBE_LIMITS,
  };
  const args = sandboxArguments(profile, { ...place, user: PROBING_USER });
  const env = sandboxEnvironment(profile) as NodeJS.ProcessEnv;
  return new Promise((resolve) => {
    execFile(bubblewrap, args, { env, timeout: PROBE_MS, cwd: '/' }, (error, _, stderr) =>
      resolve(error ? cleanWords(stderr) || texts.noLimits : null),
    );
  });
}

/**
 * Users of no system, one for each sandbox: what belongs to one of them another cannot touch, and the system counts the processes of each for itself.
 * Those that keep a folder, those that do not, and the one that only finds out whether sandboxes can be made.
 */
export const USERS_WITH_HOMES = { first: 60_100, count: 4_000 };
export const PASSING_USERS = { first: 64_100, count: 1_400 };
const PROBING_USER = 65_500;

async function onPath(name: string): Promise<string | null> {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  for (const folder of new Set([...folders, '/usr/bin', '/usr/local/bin'])) {
    const path = join(folder, name);
    if ((await stat(path).catch(() => null))?.isFile()) return path;
  }
  return null;
}
