import 'server-only';
import { selectMcpTools } from '@/db/queries/mcp-tools/select-mcp-tools';
import type { McpToolFor } from '@/db/types/mcp-tool-record';
import { texts } from '@/lib/features/mcp-servers/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';

/** A tool of a server that the actor may read. Throws `not_found`. */
export async function getTool(actor: Actor, serverId: string, name: string): Promise<McpToolFor> {
  const [tool] = await selectMcpTools(actor, serverId, name);
  if (!tool) throw new AppError('not_found', texts.noSuchTool);
  return tool;
}
