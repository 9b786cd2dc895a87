import 'server-only';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { env } from '@/lib/config/env';
import { isAlive } from './child-process';

/** By the server's process, as each removes its own. */
const root = (): string => join(env().dataDir, 'claude', 'sessions');

/** A folder in which a process keeps its copy of its session, for as long as it lives. */
export function makeSessionFolder(): string {
  const folder = join(root(), String(process.pid), uuidv7());
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/** Removes what servers that are gone have left behind. */
export function removeOldSessionFolders(): void {
  mkdirSync(root(), { recursive: true, mode: 0o700 });
  for (const server of readdirSync(root())) {
    if (Number(server) !== process.pid && isAlive(Number(server))) continue;
    rmSync(join(root(), server), { recursive: true, force: true, maxRetries: 3 });
  }
}
