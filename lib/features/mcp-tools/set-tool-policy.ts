import 'server-only';
import { findMcpServer } from '@/db/queries/mcp-servers/find-mcp-server';
import { setMcpToolRule } from '@/db/queries/mcp-tools/set-mcp-tool-rule';
import { updateMcpTool } from '@/db/queries/mcp-tools/update-mcp-tool';
import type { ToolPolicy } from '@/db/types/mcp-server-record';
import type { Actor } from '@/lib/platform/auth/actor';

/**
 * What calls of a tool meet from now on: everybody's, where the actor may change its server; else their own. False = they may not use the server, or it has no
 * such tool.
 */
export async function setToolPolicy(
  actor: Actor,
  tool: { serverId: string; name: string },
  policy: ToolPolicy,
): Promise<boolean> {
  const isManaged = (await findMcpServer(actor, tool.serverId, 'write')) !== null;
  if (!isManaged) return setMcpToolRule(actor, tool, policy);
  // What they had said of their own calls before would stand in its way.
  return (await updateMcpTool(actor, tool, { policy })) && setMcpToolRule(actor, tool, null);
}
