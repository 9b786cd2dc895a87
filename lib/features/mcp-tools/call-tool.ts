import 'server-only';
import { uuidv7 } from 'uuidv7';
import { findUsableServer } from '@/db/queries/mcp-servers/select-usable-servers';
import type { McpToolFor } from '@/db/types/mcp-tool-record';
import { requireServer } from '@/lib/features/mcp-servers/require-server';
import { texts } from '@/lib/features/mcp-servers/texts';
import { McpFailure } from '@/lib/mcp/connect/mcp-failure';
import type { McpServer } from '@/lib/mcp/mcp-server';
import { connectedServer } from '@/lib/mcp/policy/connected-server';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import { getMcp } from '@/lib/runtime/mcp';
import { getTool } from './get-tool';
import { viewOfTool } from './tool-view';

export interface CallOutcome {
  result: { content: unknown[]; structuredContent?: unknown; isError: boolean };
  tookMs: number;
  callId: string;
}

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

/** Makes a call that was prepared, and writes it into the history. Throws `unavailable` where the server does not answer. */
export async function performCall(
  actor: Actor,
  { server, tool, arguments: given }: ReadyCall,
  options: { signal: AbortSignal; onProgress?: (progress: string) => void },
): Promise<CallOutcome> {
  const { definition, hash } = tool;
  const { readOnlyHint, idempotentHint } = definition.annotations ?? {};
  const callId = uuidv7();
  const began = performance.now();
  const record = (outcome: 'ok' | 'error' | 'unknown', resultBytes: number) =>
    getMcp().directory.record({
      ...{ serverId: server.id, tool: tool.name, runId: null, userId: actor.userId, outcome, resultBytes },
      tookMs: Math.round(performance.now() - began),
      argumentBytes: Buffer.byteLength(JSON.stringify(given)),
    });
  try {
    const { content, structuredContent, isError } = await getMcp().clients.callTool(
      server,
      {
        tool: { ...definition, hash },
        arguments: given,
        repeatable: tool.state === 'approved' && (readOnlyHint === true || idempotentHint === true),
      },
      options,
    );
    const result = {
      content,
      ...(structuredContent !== undefined && { structuredContent }),
      isError: isError === true,
    };
    await record(result.isError ? 'error' : 'ok', Buffer.byteLength(JSON.stringify(result)));
    return { result, tookMs: Math.round(performance.now() - began), callId };
  } catch (error) {
    await record(options.signal.aborted ? 'unknown' : 'error', 0);
    if (!(error instanceof McpFailure)) throw error;
    throw new AppError('unavailable', error.message, { cause: error });
  }
}
