import 'server-only';
import { z } from 'zod';
import { selectMcpServers } from '@/db/queries/mcp-servers/select-mcp-servers';
import type { Actor } from '@/lib/platform/auth/actor';
import { type ServerView, viewOfServer } from './server-view';

export const serversQuery = z.object({ workspaceId: z.uuid().optional() });

/** The actor's own servers and those of their workspaces, or of one of them, by name. */
export async function listServers(
  actor: Actor,
  { workspaceId }: z.infer<typeof serversQuery> = {},
): Promise<ServerView[]> {
  return (await selectMcpServers(actor, 'read', workspaceId)).map(viewOfServer);
}
