import { uuidv7 } from 'uuidv7';
import { BackendError } from '@/lib/agents/backend-error';
import { isBudgetSpent } from '@/lib/protocol/budget';
import type { PromptMessage } from '@/lib/protocol/prompt-message';
import type { ActiveCall, CallHost } from '../call/active-call';
import { askModel } from '../call/ask-model';
import type { Invocation, ToolHost } from '../tool-source';
import { PROGRESS_MS } from './tool-settings';

/** What the running tool of an invocation may do. What it does behind the call's end comes to nothing. */
export function createToolHost(host: CallHost, call: ActiveCall, invocation: Invocation): ToolHost {
  const { slot, callId } = call;
  const { toolCallId, tool } = invocation;
  const { signal } = call.controller;
  let toldAt = Number.NEGATIVE_INFINITY;
  return {
    report(text) {
      const now = performance.now();
      if (signal.aborted || now - toldAt < PROGRESS_MS) return;
      toldAt = now;
      host.append({ type: 'tool.progress', slot, callId, toolCallId, text });
    },
    ask({ because, arguments: given }) {
      const { server, tool: name } = tool;
      const kind = 'question' as const;
      const request = { approvalId: uuidv7(), toolCallId, server, tool: name, arguments: given, because, kind };
      return new Promise((resolve) => {
        host.approvals.request(host, call, {
          request,
          decide: (said) => resolve(said.allow ? (said.arguments ?? {}) : null),
        });
      });
    },
    sample: ({ system, text }) =>
      sample(host, call, invocation, [
        { role: 'system', text: system },
        { role: 'user', parts: [{ type: 'text', text }] },
      ]),
    async blob(content) {
      const { hash, bytes, stored } = host.tools.blobs.keep(Buffer.from(content));
      await stored;
      return { hash, bytes };
    },
  };
}

async function sample(
  host: CallHost,
  call: ActiveCall,
  { scope }: Invocation,
  messages: PromptMessage[],
): Promise<string | null> {
  const choice = scope.agent.backend;
  const backend = host.deps.backendFor(choice.type);
  // A backend that keeps its conversation would take this for a part of it.
  if (isBudgetSpent(host.state) || backend.capabilities(choice.model).stateful) return null;
  const { signal } = call.controller;
  try {
    const credentials = await host.credentialsFor(choice);
    return await askModel(host, call, { backend, choice, credentials }, messages, signal);
  } catch (error) {
    if (!signal.aborted && !(error instanceof BackendError))
      host.deps.report(error, `A tool’s question to the model failed in the run ${host.runId}.`);
    return null;
  }
}
