import 'server-only';
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createHash, randomInt } from 'node:crypto';
import { chown, mkdir } from 'node:fs/promises';
import { basename } from 'node:path';
import { folderBytes } from './folder-bytes';
import { type SandboxPlace, sandboxArguments, sandboxEnvironment } from './sandbox-arguments';
import type { SandboxProfile } from './sandbox-profile';
import { PASSING_USERS, sandboxSupport, USERS_WITH_HOMES } from './sandbox-support';
import { texts } from './texts';
import { watchUsage } from './watch-usage';

/** A program that runs in a sandbox. */
export interface SandboxedProcess {
  process: ChildProcessWithoutNullStreams;
  /** Which bound it was ended by, in words; `null` = none. */
  broke(): string | null;
  /** Ends it and all that it has started, at once. */
  kill(): void;
}

/** No sandbox can be made; the message says why. */
export class SandboxUnavailableError extends Error {
  override readonly name = 'SandboxUnavailableError';

  /** By its name: routes and the engine are bundled apart, each with a class of its own. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'SandboxUnavailableError';
  }
}

/** Of the folder that it keeps. */
const HOME_BYTES = 256e6;
const HOME_EVERY_MS = 15_000;

/** Anywhere, so that two processes of this program on one machine do not begin with the same users. */
let started = randomInt(PASSING_USERS.count);

/**
 * Starts a program in a sandbox of its own. It ends with this process, however that ends. Throws `SandboxUnavailableError` where none can be made.
 */
export async function startSandboxed(profile: SandboxProfile): Promise<SandboxedProcess> {
  const support = await sandboxSupport();
  if ('because' in support) throw new SandboxUnavailableError(support.because);
  const place: SandboxPlace = { ...support.place, user: userFor(profile.home) };
  if (profile.home !== null) await prepareHome(profile.home, place);
  const child = spawn(support.bubblewrap, sandboxArguments(profile, place), {
    // Not in its arguments, which anybody on this machine can read.
    env: sandboxEnvironment(profile) as NodeJS.ProcessEnv,
    stdio: ['pipe', 'pipe', 'pipe'],
    cwd: '/',
  });
  // Writing to one that has just ended is told by its end.
  child.stdin.on('error', () => {});
  let broke: string | null = null;
  // All that is inside ends with the process that it was made by.
  const kill = () => void child.kill('SIGKILL');
  const end = (because: string) => {
    broke ??= because;
    kill();
  };
  const unwatch = watch(child, profile, end);
  child.once('exit', unwatch);
  child.once('error', unwatch);
  return { process: child, broke: () => broke, kill };
}

/** The folder is there, belongs to the program's user, and is not full. */
async function prepareHome(home: string, { way, user }: SandboxPlace): Promise<void> {
  await mkdir(home, { recursive: true, mode: 0o700 });
  if (way !== 'dropped') return;
  await chown(home, user, user);
}

/** One that keeps a folder is the same user each time, however often it runs. */
export function userFor(home: string | null): number {
  if (home === null) return PASSING_USERS.first + (started++ % PASSING_USERS.count);
  const number = createHash('sha256').update(basename(home)).digest().readUInt32LE();
  return USERS_WITH_HOMES.first + (number % USERS_WITH_HOMES.count);
}

function watch(
  child: ChildProcessWithoutNullStreams,
  { limits, home }: SandboxProfile,
  end: (because: string) => void,
) {
  if (child.pid === undefined) return () => {};
  const { memoryBytes, processes } = limits;
  const unwatch = watchUsage(child.pid, (usage) => {
    if (usage.bytes > memoryBytes) end(texts.memory(Math.round(memoryBytes / 1e6)));
    // Two are bubblewrap's own.
    else if (usage.processes > processes + 2) end(texts.processes(processes));
  });
  const weigh = async () => {
    if (home !== null && (await folderBytes(home, HOME_BYTES)) > HOME_BYTES) end(texts.disk(HOME_BYTES / 1e6));
  };
  const weighing = home === null ? null : setInterval(() => void weigh(), HOME_EVERY_MS).unref();
  void weigh();
  return () => {
    unwatch();
    if (weighing) clearInterval(weighing);
  };
}
