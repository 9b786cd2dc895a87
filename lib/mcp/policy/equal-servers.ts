import 'server-only';
import type { UsableServer } from '@/db/queries/mcp-servers/select-usable-servers';
import type { McpServer } from '../mcp-server';
import { connectedServer } from './connected-server';

/** Of the servers that somebody may use, those that are equal to one: of the same group and the same owner, switched on, with their secrets. */
export async function equalServers(usable: UsableServer[], one: UsableServer): Promise<McpServer[]> {
  const others = usable.filter((other) => isEqual(other, one));
  const connected = await Promise.all(others.map(connectedServer));
  return connected.filter((server) => server !== null);
}

function isEqual(other: UsableServer, { id, group, userId, workspaceId }: UsableServer): boolean {
  if (group === null || other.id === id || !other.enabled) return false;
  return other.group === group && other.userId === userId && other.workspaceId === workspaceId;
}
