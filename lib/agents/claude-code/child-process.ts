import 'server-only';
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import type { SpawnedProcess, SpawnOptions } from '@anthropic-ai/claude-agent-sdk';

/** In the environment of each child and of whatever it starts: which server it belongs to, and which agent it is. */
export const SERVER_MARK = 'MASSGEN_SERVER';
export const AGENT_MARK = 'MASSGEN_AGENT';
const MAX_STDERR = 2_000;

const holder = globalThis as { massgenChildrenGuarded?: boolean };

export interface AgentChild {
  process: ChildProcessWithoutNullStreams;
  /** The end of what it wrote to standard error. */
  complaint(): string;
}

/** Value of `SERVER_MARK` for this process's children. */
export function serverMark(dataDir: string): string {
  return `${process.pid}:${dataDir}`;
}

/** Starts a child with exactly the given environment, in a process group of its own. */
export function spawnAgent({ command, args, cwd, env }: SpawnOptions): AgentChild & { spawned: SpawnedProcess } {
  guardChildren();
  const child = spawn(command, args, {
    cwd,
    // Next's types want NODE_ENV in every environment; a child has no use for it.
    env: env as NodeJS.ProcessEnv,
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  let complaint = '';
  child.stderr.on('data', (chunk) => {
    complaint = (complaint + String(chunk)).slice(-MAX_STDERR);
  });
  // Writing to a child that has just died is told by its exit.
  child.stdin.on('error', () => {});
  return { process: child, spawned: child, complaint: () => complaint.trim() };
}

/** Ends every process that carries this mark: the child, and what it left running in other process groups. */
export function killMarked(name: string, value: string, child?: { pid?: number }): void {
  for (const pid of markedProcesses((variables) => variables.includes(`${name}=${value}`))) kill(pid);
  if (child?.pid && process.platform !== 'linux') kill(-child.pid);
}

/** Ends what an earlier server process on this data folder has left running, after a crash. */
export function reapOrphans(dataDir: string): number {
  const prefix = `${SERVER_MARK}=`;
  const orphans = markedProcesses((variables) =>
    variables.some((variable) => {
      if (!variable.startsWith(prefix) || !variable.endsWith(`:${dataDir}`)) return false;
      const server = Number.parseInt(variable.slice(prefix.length), 10);
      return server === process.pid || !isAlive(server);
    }),
  );
  for (const pid of orphans) kill(pid);
  return orphans.length;
}

/** Children never outlive the server, however it ends; a killed one leaves them without input, which ends them too. */
function guardChildren(): void {
  if (holder.massgenChildrenGuarded) return;
  holder.massgenChildrenGuarded = true;
  const prefix = `${SERVER_MARK}=${process.pid}:`;
  process.once('exit', () => {
    for (const pid of markedProcesses((variables) => variables.some((variable) => variable.startsWith(prefix))))
      kill(pid);
  });
}

/** Linux shows the environment with which each process was started; other systems end children with their input only. */
function markedProcesses(matches: (variables: string[]) => boolean): number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc').flatMap((name) => {
    const pid = Number(name);
    if (!Number.isInteger(pid) || pid === process.pid) return [];
    try {
      return matches(readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0')) ? [pid] : [];
    } catch {
      // It has ended, or belongs to somebody else.
      return [];
    }
  });
}

/** True while there is such a process, whoever it belongs to. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    // It has ended by itself.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
