import { BackendError } from '@/lib/agents/backend-error';
import type { PromptMessage } from '@/lib/protocol/prompt-message';
import type { TeamAgent } from '@/lib/protocol/team';
import type { Sampling } from '@/lib/protocol/tool-event';
import type { ActiveCall, CallHost } from '../call/active-call';
import { askModel } from '../call/ask-model';

/** Whether the agent's model can be asked something: a backend that keeps its conversation would take it for a part of that. */
export function canSample(host: CallHost, { backend }: TeamAgent): boolean {
  return !host.deps.backendFor(backend.type).capabilities(backend.model).stateful;
}

/** What the agent's model answers to a server; `null` = nothing. It counts as the call's. */
export async function sampleModel(
  host: CallHost,
  call: ActiveCall,
  { backend: choice }: TeamAgent,
  sampling: Sampling,
): Promise<string | null> {
  const { signal } = call.controller;
  try {
    const credentials = await host.credentialsFor(choice);
    const backend = host.deps.backendFor(choice.type);
    return await askModel(host, call, { backend, choice, credentials }, messagesOf(sampling), signal);
  } catch (error) {
    if (!signal.aborted && !(error instanceof BackendError))
      host.deps.report(error, `A server’s question to the model failed in the run ${host.runId}.`);
    return null;
  }
}

function messagesOf({ systemPrompt, messages }: Sampling): PromptMessage[] {
  return [
    ...(systemPrompt === undefined ? [] : [{ role: 'system' as const, text: systemPrompt }]),
    ...messages.map(
      ({ role, text }): PromptMessage =>
        role === 'user' ? { role, parts: [{ type: 'text', text }] } : { role, text, toolCalls: [] },
    ),
  ];
}
