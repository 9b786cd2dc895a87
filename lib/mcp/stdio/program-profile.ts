import 'server-only';
import { join } from 'node:path';
import { env } from '@/lib/platform/config/env';
import type { SandboxLimits, SandboxProfile } from '@/lib/platform/sandbox/sandbox-profile';
import type { ProgramTransport } from '../mcp-server';
import { grantedFolders } from './granted-folders';
import { programIn } from './installed-package';
import { packageOf } from './package-of';

const PACKAGE = '/opt/package';

/** Of a server, which may run for days. */
const LIMITS: SandboxLimits = {
  memoryBytes: 1e9,
  // Threads count.
  processes: 200,
  openFiles: 1024,
  fileBytes: 100e6,
  temporaryBytes: 100e6,
  cpuSeconds: 3600,
};

/** The folder that a server's program keeps. */
export function programHome(serverId: string): string {
  return join(env().dataDir, 'mcp-servers', serverId);
}

/** What a server's program may see and use: a folder of its own that stays, the package that it is in, and folders that it was given. Throws `McpFailure`. */
export async function programProfile(serverId: string, transport: ProgramTransport): Promise<SandboxProfile> {
  const { command, args, env: given, network, folders } = transport;
  const granted = await grantedFolders(folders);
  const rest = {
    ...{ env: given, network, copyOf: null, limits: LIMITS },
    home: programHome(serverId),
  };
  const started = packageOf(command, args);
  if (!started) return { ...rest, command, args, folders: granted };
  const { folder, file } = await programIn(started);
  return {
    ...rest,
    command: 'node',
    args: [`${PACKAGE}/${file}`, ...started.args],
    folders: [{ from: folder, to: PACKAGE, isWritable: false }, ...granted],
  };
}
