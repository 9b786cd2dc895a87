import 'server-only';
import { uuidv7 } from 'uuidv7';
import { McpFailure } from '@/lib/mcp/connect/mcp-failure';
import { admitCall } from '@/lib/mcp/policy/admit-call';
import { declineRequests } from '@/lib/mcp/requests/decline-requests';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import { getMcp } from '@/lib/runtime/mcp';
import { asMcpTool, type ReadyCall } from './prepare-call';

export interface CallOutcome {
  result: { content: unknown[]; structuredContent?: unknown; isError: boolean };
  tookMs: number;
  callId: string;
  /** What the server asked meanwhile, in words: nobody is asked outside of a run. */
  declined?: string[];
}

/** Makes a call that was prepared, and writes it into the history. Throws `unavailable` where the server does not answer. */
export async function performCall(
  actor: Actor,
  { server: called, tool, arguments: given, equal, workspaceId }: ReadyCall,
  options: { signal: AbortSignal; onProgress?: (progress: string) => void },
): Promise<CallOutcome> {
  let server = called;
  const { readOnlyHint, idempotentHint } = tool.definition.annotations ?? {};
  const callId = uuidv7();
  const began = performance.now();
  const record = (outcome: 'ok' | 'error' | 'denied' | 'unknown', resultBytes: number) =>
    getMcp().directory.record({
      ...{ id: callId, serverId: server.id, tool: tool.name, runId: null, userId: actor.userId, outcome, resultBytes },
      tookMs: Math.round(performance.now() - began),
      argumentBytes: Buffer.byteLength(JSON.stringify(given)),
    });
  const declined: string[] = [];
  const over = await admitCall({ userId: actor.userId, workspaceId, server, tool: tool.name });
  if (over !== null) {
    await record('denied', 0);
    return { result: { content: [{ type: 'text', text: over }], isError: true }, tookMs: 0, callId };
  }
  try {
    const { content, structuredContent, isError } = await getMcp().clients.callTool(
      server,
      {
        tool: asMcpTool(tool),
        arguments: given,
        repeatable: tool.state === 'approved' && (readOnlyHint === true || idempotentHint === true),
      },
      {
        ...options,
        host: declineRequests((words) => declined.push(words)),
        among: { equal, keptBy: null },
        onServer: (chosen) => {
          server = chosen;
        },
      },
    );
    const result = {
      content,
      ...(structuredContent !== undefined && { structuredContent }),
      isError: isError === true,
    };
    await record(result.isError ? 'error' : 'ok', Buffer.byteLength(JSON.stringify(result)));
    return { result, tookMs: Math.round(performance.now() - began), callId, ...(declined.length > 0 && { declined }) };
  } catch (error) {
    await record(options.signal.aborted ? 'unknown' : 'error', 0);
    if (!(error instanceof McpFailure)) throw error;
    throw new AppError('unavailable', error.message, { cause: error });
  }
}
