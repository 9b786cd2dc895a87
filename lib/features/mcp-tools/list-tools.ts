import 'server-only';
import { selectMcpTools } from '@/db/queries/mcp-tools/select-mcp-tools';
import { requireServer } from '@/lib/features/mcp-servers/require-server';
import type { Actor } from '@/lib/platform/auth/actor';
import { type ToolView, viewOfTool } from './tool-view';

/** The tools that a server named when it was last asked, by name. Throws `not_found`. */
export async function listTools(actor: Actor, serverId: string): Promise<ToolView[]> {
  const server = await requireServer(actor, serverId, 'read');
  return (await selectMcpTools(actor, serverId)).map((tool) => viewOfTool(tool, server));
}
