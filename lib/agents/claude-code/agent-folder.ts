import 'server-only';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { env } from '@/lib/platform/config/env';
import { isAlive } from './child-process';

/** By the server's process, as each removes its own. */
const AGENTS = 'agents';

const claudeRoot = (): string => join(env().dataDir, 'claude');

/** Absolute paths. All of it belongs to one process and goes with it: what one agent leaves there, no other finds. */
export interface AgentFolder {
  root: string;
  home: string;
  tmp: string;
  /** For sockets. */
  run: string;
  /** Where Claude Code keeps its settings, and its own copy of its session. */
  config: string;
}

/** Makes the folders of one process. Their names are short, since those of sockets have to be. */
export function makeAgentFolder(): AgentFolder {
  const ofServer = join(claudeRoot(), AGENTS, String(process.pid));
  mkdirSync(ofServer, { recursive: true, mode: 0o700 });
  const root = mkdtempSync(join(ofServer, 'a-'));
  const make = (name: string) => {
    const path = join(root, name);
    mkdirSync(path, { mode: 0o700 });
    return path;
  };
  return { root, home: make('home'), tmp: make('tmp'), run: make('run'), config: make('config') };
}

/** When its process has ended. What that has started may still be ending, hence the tries. */
export async function removeAgentFolder({ root }: AgentFolder): Promise<void> {
  await rm(root, { recursive: true, force: true, maxRetries: 5 });
}

/** Removes what servers that are gone have left behind, and the folders that all agents shared in earlier versions. */
export function removeOldAgentFolders(): void {
  const agents = join(claudeRoot(), AGENTS);
  mkdirSync(agents, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(claudeRoot())) {
    if (name !== AGENTS) remove(join(claudeRoot(), name));
  }
  for (const server of readdirSync(agents)) {
    if (Number(server) === process.pid || !isAlive(Number(server))) remove(join(agents, server));
  }
}

function remove(path: string): void {
  rmSync(path, { recursive: true, force: true, maxRetries: 3 });
}
