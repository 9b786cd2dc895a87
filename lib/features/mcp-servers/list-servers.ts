import 'server-only';
import { selectMcpServers } from '@/db/queries/mcp-servers/select-mcp-servers';
import type { Actor } from '@/lib/platform/auth/actor';
import { type ServerView, viewOfServer } from './server-view';

/** The actor's own servers and those of their workspaces, by name. */
export async function listServers(actor: Actor): Promise<ServerView[]> {
  return (await selectMcpServers(actor)).map(viewOfServer);
}
