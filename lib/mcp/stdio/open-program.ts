import 'server-only';
import type { Transport } from '@modelcontextprotocol/client';
import type { ProgramTransport } from '../mcp-server';
import { programProfile } from './program-profile';
import { startProgram } from './start-program';
import { StdioTransport } from './stdio-transport';

/** The transport of a server that is a program; it is started with the connection and ends with it. */
export function openProgram(
  serverId: string,
  transport: ProgramTransport,
  onBroken: (error: Error) => void,
): Transport {
  const start = async () => startProgram(await programProfile(serverId, transport));
  return new StdioTransport(transport.command, start, onBroken);
}
