import 'server-only';
import type { StoredProgram, StoredTransport } from '@/db/types/mcp-server-record';
import { record } from '@/lib/features/audit/record';
import type { Actor } from '@/lib/platform/auth/actor';

/** Writes down what was done with a server: its kind and where it is, neither its path nor its headers, which may hold secrets; of a program the folders that it was given. */
export async function recordServer(
  actor: Actor,
  verb: 'create' | 'update' | 'delete',
  { id, workspaceId, transport }: { id: string; workspaceId: string; transport: StoredTransport },
  details: Record<string, string | boolean>,
): Promise<void> {
  const where: Record<string, string> =
    transport.type === 'stdio' ? givenIn(transport) : { origin: new URL(transport.url).origin };
  await record(actor, {
    ...{ workspaceId, action: `mcpServer.${verb}`, target: { kind: 'mcpServer', id } },
    details: { transport: transport.type, ...where, ...details },
  });
}

function givenIn({ folders = [] }: StoredProgram): Record<string, string> {
  const given = folders.map(({ path, writable }) => `${path} (${writable ? 'read and write' : 'read'})`);
  return given.length > 0 ? { folders: given.join(', ') } : {};
}
