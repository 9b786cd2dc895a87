import { uuidv7 } from 'uuidv7';
import { insertMcpServer, type NewMcpServer } from '@/db/queries/mcp-servers/insert-mcp-server';
import { findPersonalWorkspace } from '@/db/queries/workspaces/find-personal-workspace';

/** A server of a person's own, in the database, what it first names approved. Returns its id. */
export async function addServer(
  person: { userId: string },
  { name, url, policy = null }: Pick<NewMcpServer, 'name'> & { url: string; policy?: NewMcpServer['policy'] },
): Promise<string> {
  const id = uuidv7();
  const workspaceId = await findPersonalWorkspace(person);
  const server = {
    ...{ id, workspaceId, userId: person.userId, name, enabled: true, toolTimeoutSeconds: 60 },
    ...{ group: null, trusted: false, policy, approvesFirst: true, transport: { type: 'http' as const, url } },
  };
  const stored = await insertMcpServer(person, server, []);
  if (stored !== 'stored') throw new Error(`The server is not stored: ${stored}.`);
  return id;
}
