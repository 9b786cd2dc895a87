import type { CallToolResult, Client, RequestOptions } from '@modelcontextprotocol/client';
import {
  createTaskSessionFromClient,
  resultFromTaskOutcome,
  type TaskEnabledSession,
  taskViewFromExecutionEvent,
} from '@modelcontextprotocol/ext-tasks/client';
import { z } from 'zod';
import { cleanText } from '@/lib/protocol/text/clean-text';
import type { McpTool } from '../mcp-server';
import { inFlight } from './in-flight';

interface TaskCall {
  tool: McpTool;
  arguments: Record<string, unknown>;
  /** Is told how far the task is. */
  onStatus?: (words: string) => void;
}

const WORDS = 200;
const CANCEL_MS = 5000;

/** Each call says itself what its tool is; the library would list them all. */
const NONE_KNOWN = { currentTool: () => undefined };

/** A connection has one, which lasts as long as it. */
const sessions = new WeakMap<Client, TaskEnabledSession>();

/** Whether a server does calls of this tool as tasks only (the revision 2025-11-25): it is asked how far it is, and for the result at the end. */
export function isTask(client: Client, { taskSupport }: McpTool): boolean {
  return taskSupport === 'required' && client.getServerCapabilities()?.tasks?.requests?.tools?.call !== undefined;
}

/** Has a server do a call as a task. One that nobody waits for any more is cancelled there. */
export async function sendTask(client: Client, call: TaskCall, options: RequestOptions): Promise<CallToolResult> {
  const { name, inputSchema } = call.tool;
  const { signal, timeout } = options;
  const execution = await sessionOf(client).callTool(name, call.arguments as never, {
    declaration: { name, inputSchema: inputSchema as never, taskSupport: 'required' },
    ...(signal && { signal }),
    ...(timeout !== undefined && { requestTimeoutMs: timeout }),
  });
  const cancel = () => inFlight.exit(() => void execution.cancel(AbortSignal.timeout(CANCEL_MS)).catch(() => {}));
  signal?.addEventListener('abort', cancel, { once: true });
  // What a server asks during a task it sends to whoever waits for the result, and the library waits for that only when all is done.
  const { promise: early, resolve } = Promise.withResolvers<CallToolResult>();
  let isAsking = false;
  function askForResult(taskId: string): void {
    if (isAsking) return;
    isAsking = true;
    const request = { method: 'tasks/result', params: { taskId } };
    client.request(request, z.looseObject({ content: z.array(z.unknown()) }), options).then(
      (result) => resolve(result as CallToolResult),
      () => {
        // The task itself says what has become of it.
      },
    );
  }
  try {
    const settled = execution.settle({
      ...(signal && { signal }),
      onEvent(event) {
        const task = taskViewFromExecutionEvent(event);
        if (!task) return;
        inFlight.getStore()?.clock?.beat();
        call.onStatus?.(cleanText(task.statusMessage ?? task.status, WORDS));
        if (task.status === 'input_required') askForResult(task.taskId);
      },
    });
    return await Promise.race([settled.then(({ outcome }) => resultFromTaskOutcome(outcome) as CallToolResult), early]);
  } finally {
    signal?.removeEventListener('abort', cancel);
    void execution.close().catch(() => {});
  }
}

function sessionOf(client: Client): TaskEnabledSession {
  const session =
    sessions.get(client) ?? createTaskSessionFromClient(client, { endpointId: 'massgen-web', tools: NONE_KNOWN });
  sessions.set(client, session);
  return session;
}
