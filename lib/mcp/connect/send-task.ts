import type { CallToolResult, Client, RequestOptions } from '@modelcontextprotocol/client';
import { resultFromTaskOutcome, taskViewFromExecutionEvent } from '@modelcontextprotocol/ext-tasks/client';
import { z } from 'zod';
import { cleanText } from '@/lib/protocol/text/clean-text';
import type { McpTool } from '../mcp-server';
import { inFlight } from './in-flight';
import { taskSession } from './task-session';

interface TaskCall {
  tool: McpTool;
  arguments: Record<string, unknown>;
  /** Is told how far the task is. */
  onStatus?: (words: string) => void;
}

const EXTENSION = 'io.modelcontextprotocol/tasks';
const WORDS = 200;
const CANCEL_MS = 5000;

/** Whether a server does calls of this tool as tasks only (the revision 2025-11-25), or of any as it likes (2026-07-28). */
export function isTask(client: Client, { taskSupport }: McpTool): boolean {
  const capabilities = client.getServerCapabilities();
  if (client.getProtocolEra() === 'modern') return capabilities?.extensions?.[EXTENSION] !== undefined;
  return taskSupport === 'required' && capabilities?.tasks?.requests?.tools?.call !== undefined;
}

/** Has a server do a call that it may do as a task, of which it is asked how far it is. One that nobody waits for any more is cancelled there. */
export async function sendTask(client: Client, call: TaskCall, options: RequestOptions): Promise<CallToolResult> {
  const { name, inputSchema } = call.tool;
  const { signal, timeout } = options;
  const execution = await taskSession(client).callTool(name, call.arguments as never, {
    declaration: {
      name,
      inputSchema: inputSchema as never,
      ...(call.tool.taskSupport && { taskSupport: call.tool.taskSupport }),
    },
    applicationContext: inFlight.getStore() ?? null,
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
        if (task.status === 'input_required' && client.getProtocolEra() === 'legacy') askForResult(task.taskId);
      },
    });
    return await Promise.race([settled.then(({ outcome }) => resultFromTaskOutcome(outcome) as CallToolResult), early]);
  } finally {
    signal?.removeEventListener('abort', cancel);
    void execution.close().catch(() => {});
  }
}
