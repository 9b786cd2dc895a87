import 'server-only';
import { findUsableServer, selectUsableServers } from '@/db/queries/mcp-servers/select-usable-servers';
import { policyOf } from '@/db/queries/policies/policy-of';
import type { McpToolFor } from '@/db/types/mcp-tool-record';
import { requireServer } from '@/lib/features/mcp-servers/require-server';
import { texts } from '@/lib/features/mcp-servers/texts';
import type { McpServer, McpTool } from '@/lib/mcp/mcp-server';
import { connectedServer } from '@/lib/mcp/policy/connected-server';
import { equalServers } from '@/lib/mcp/policy/equal-servers';
import { policyProblem } from '@/lib/mcp/policy/policy-problem';
import { withSameTool } from '@/lib/mcp/tools/equal-tools';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import { getMcp } from '@/lib/runtime/mcp';
import { getTool } from './get-tool';
import { viewOfTool } from './tool-view';

interface OwnCall {
  serverId: string;
  name: string;
  arguments: Record<string, unknown>;
}

export interface ReadyCall {
  server: McpServer;
  tool: McpToolFor;
  arguments: Record<string, unknown>;
  /** Others that may do it as well. */
  equal: McpServer[];
  workspaceId: string;
}

/** Equal servers that do not say in time what they have are done without. */
const EQUAL_MS = 3000;

/** The tool as it is called. */
export function asMcpTool({ definition, hash }: McpToolFor): McpTool {
  return { ...definition, hash };
}

/** Whether a person may make this call themselves. Throws `not_found`, `forbidden`, `conflict` for a server that is off or cannot be connected to. */
export async function prepareCall(actor: Actor, { serverId, name, arguments: given }: OwnCall): Promise<ReadyCall> {
  const shown = await requireServer(actor, serverId, 'use');
  const tool = await getTool(actor, serverId, name);
  if (tool.state === 'blocked') throw new AppError('forbidden', texts.toolBlocked);
  if (viewOfTool(tool, shown).policy === 'deny') throw new AppError('forbidden', texts.toolDenied);
  const found = await findUsableServer(actor, serverId);
  if (!found) throw new AppError('not_found', texts.noSuchServer);
  if (!found.enabled) throw new AppError('conflict', texts.disabled);
  const server = await connectedServer(found);
  if (!server) throw new AppError('conflict', texts.secretUnreadable);
  const policy = await policyOf(found.workspaceId);
  const refused = policyProblem(policy, server);
  if (refused) throw new AppError('forbidden', refused);
  const group =
    found.group === null ? [] : await equalServers(await selectUsableServers(actor, found.workspaceId), found);
  const signal = AbortSignal.timeout(EQUAL_MS);
  const equal = tool.state === 'approved' ? await withSameTool(getMcp(), group, asMcpTool(tool), signal) : [];
  return { server, tool, arguments: given, equal, workspaceId: found.workspaceId };
}
