import 'server-only';
import { findUsableServer } from '@/db/queries/mcp-servers/select-usable-servers';
import type { McpToolFor } from '@/db/types/mcp-tool-record';
import { requireServer } from '@/lib/features/mcp-servers/require-server';
import { texts } from '@/lib/features/mcp-servers/texts';
import type { McpServer } from '@/lib/mcp/mcp-server';
import { connectedServer } from '@/lib/mcp/policy/connected-server';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
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
  return { server, tool, arguments: given };
}
