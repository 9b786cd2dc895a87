import 'server-only';
import { join } from 'node:path';
import { env } from '@/lib/platform/config/env';
import type { SandboxLimits, SandboxProfile } from '@/lib/platform/sandbox/sandbox-profile';
import type { ProgramTransport } from '../mcp-server';
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

/** What a server's program may see and use: a folder of its own that stays, and the package that it is in. Throws `McpFailure`. */
export async function programProfile(serverId: string, transport: ProgramTransport): Promise<SandboxProfile> {
  const { command, args, env: given, network } = transport;
  const rest = {
    ...{ env: given, network, copyOf: null, limits: LIMITS },
    home: join(env().dataDir, 'mcp-servers', serverId),
  };
  const started = packageOf(command, args);
  if (!started) return { ...rest, command, args, folders: [] };
  const { folder, file } = await programIn(started);
  return {
    ...rest,
    command: 'node',
    args: [`${PACKAGE}/${file}`, ...started.args],
    folders: [{ from: folder, to: PACKAGE, isWritable: false }],
  };
}
