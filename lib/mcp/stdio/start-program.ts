import 'server-only';
import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { env } from '@/lib/platform/config/env';
import type { SandboxProfile } from '@/lib/platform/sandbox/sandbox-profile';
import { type SandboxedProcess, SandboxUnavailableError, startSandboxed } from '@/lib/platform/sandbox/start-sandboxed';
import { McpFailure } from '../connect/mcp-failure';
import { texts } from './texts';

/** Starts a server's program in a sandbox; without one only where the owner of the instance has said so. Throws `McpFailure`. */
export async function startProgram(profile: SandboxProfile): Promise<SandboxedProcess> {
  const { MASSGEN_MCP_STDIO, MASSGEN_MCP_SANDBOX } = env();
  if (MASSGEN_MCP_STDIO === 'off') throw new McpFailure('refused', texts.programsOff);
  if (MASSGEN_MCP_SANDBOX === 'off') return startPlainly(profile);
  try {
    return await startSandboxed(profile);
  } catch (error) {
    if (error instanceof SandboxUnavailableError)
      throw new McpFailure('refused', texts.noSandbox(error.message), error);
    throw error;
  }
}

/** As this server's own user, who may read whatever this server may; but for its environment, which it does not get. */
async function startPlainly({ command, args, env: given, home, folders }: SandboxProfile): Promise<SandboxedProcess> {
  if (home !== null) await mkdir(home, { recursive: true, mode: 0o700 });
  const outside = (arg: string) =>
    folders.reduce((text, { from, to }) => text.replace(new RegExp(`^${to}(?=/)`), from), arg);
  const variables = { PATH: process.env.PATH ?? '/usr/bin:/bin', HOME: home ?? '/nonexistent', ...given };
  const child = spawn(command === 'node' ? process.execPath : command, args.map(outside), {
    // Next's types want NODE_ENV in every environment.
    env: variables as unknown as NodeJS.ProcessEnv,
    ...{ stdio: ['pipe', 'pipe', 'pipe'], detached: true, cwd: home ?? '/' },
  });
  child.stdin.on('error', () => {});
  const kill = () => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has ended.
    }
  };
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  return { process: child, broke: () => null, kill };
}
