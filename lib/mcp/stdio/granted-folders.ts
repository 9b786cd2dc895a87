import 'server-only';
import { readFile, realpath, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, normalize } from 'node:path';
import { env } from '@/lib/platform/config/env';
import { readableInSandbox } from '@/lib/platform/sandbox/readable-in-sandbox';
import { INSIDE, type SandboxFolder } from '@/lib/platform/sandbox/sandbox-profile';
import { McpFailure } from '../connect/mcp-failure';
import type { GrantedFolder } from '../mcp-server';
import { texts } from './texts';

/** The system's, and where programs keep what is theirs: neither they nor what is in them. */
const SYSTEM = [
  '/proc',
  '/sys',
  '/dev',
  '/run',
  '/boot',
  '/etc',
  '/usr',
  '/bin',
  '/sbin',
  '/lib',
  '/lib32',
  '/lib64',
  '/var',
];
/** They hold what belongs to everybody, so one says which part. */
const TOO_MUCH = ['/', '/home', '/root', '/tmp', '/opt', '/mnt', '/media'];
/** Where a sandbox has its own things. */
const OWN_PLACES = [INSIDE.home, INSIDE.given, '/opt/node', '/opt/package'];

/**
 * Why a program may not be given a folder of this machine, in words; `null` = it may. What would give away this application, the system, or the keys and
 * settings in somebody's home is nobody's to give.
 */
export async function folderProblem({ path }: GrantedFolder): Promise<string | null> {
  if (!isAbsolute(path) || normalize(path) !== path || (path !== '/' && path.endsWith('/'))) return texts.folderForm;
  const real = await realpath(path).catch(() => null);
  if (real === null || !(await stat(real).catch(() => null))?.isDirectory()) return texts.noFolder(path);
  // A link may lead elsewhere tomorrow.
  if (real !== path) return texts.folderIsLink(path, real);
  if (path === INSIDE.work || OWN_PLACES.some((own) => isWithin(path, own))) return texts.folderOfSandbox(path);
  if (TOO_MUCH.includes(path)) return texts.folderTooMuch(path);
  if (SYSTEM.some((system) => isWithin(path, system))) return texts.folderOfSystem(path);
  if (path.split('/').some((name) => name.startsWith('.'))) return texts.folderHidden(path);
  for (const own of await ownFolders()) if (isWithin(path, own) || isWithin(own, path)) return texts.folderOfApp;
  for (const home of await homes()) if (isWithin(home, path)) return texts.folderIsHome(path);
  return null;
}

/** What a sandbox binds of the folders that a program was given. They are looked at again each time: what they are may have changed. Throws `McpFailure`. */
export async function grantedFolders(folders: GrantedFolder[]): Promise<SandboxFolder[]> {
  for (const folder of folders) {
    const problem = await folderProblem(folder);
    if (problem !== null) throw new McpFailure('refused', problem);
  }
  return folders.map(({ path, writable }) => ({ from: path, to: path, isWritable: writable }));
}

/** Why a program would find a folder closed although it was given it; `null` = it would not. `home` = of the program. */
export async function closedFolderProblem({ path, writable }: GrantedFolder, home: string): Promise<string | null> {
  const user = await readableInSandbox(path, { isWritable: writable, home });
  return user === null ? null : writable ? texts.folderNotWritable(path, user) : texts.folderNotReadable(path, user);
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder === '/' ? '/' : `${folder}/`);
}

/** Of this application: its program and its data. */
async function ownFolders(): Promise<string[]> {
  const own = [process.cwd(), env().dataDir];
  return (await Promise.all(own.map((path) => realpath(/* turbopackIgnore: true */ path).catch(() => path)))).filter(
    (path) => path !== '/',
  );
}

/** Of all people of this machine. */
async function homes(): Promise<string[]> {
  const users = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const named = users.split('\n').flatMap((line) => line.split(':')[5] ?? []);
  return [homedir(), ...named].filter((path) => isAbsolute(path) && path !== '/');
}
