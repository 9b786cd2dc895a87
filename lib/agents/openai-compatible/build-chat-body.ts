import { toSdkPrompt } from '../ai-sdk/to-sdk-prompt';
import { toSdkTools } from '../ai-sdk/to-sdk-tools';
import type { AgentCall } from '../backend';
import { mergeParams } from '../params/merge-params';
import type { Places } from '../params/places';
import { chatModel } from './chat-model';
import { putBackReasoning } from './put-back-reasoning';

/** What a server of this format does differently, known beforehand; what else it wants is learned from its refusals. */
export interface ChatDialect {
  /** False = a tool can be offered but not demanded. */
  demandsTools: boolean;
  /** Fields of every request besides what the SDK writes; the agent's params stand over them. */
  fields(model: string): Record<string, unknown>;
}

/** The body of a streaming chat completions request. */
export async function buildChatBody(
  call: AgentCall,
  { demandsTools, fields, params }: ChatDialect & { params: Places },
): Promise<Record<string, unknown>> {
  const toolChoice = call.toolChoice === 'required' && !demandsTools ? 'auto' : call.toolChoice;
  const { body } = await chatModel.prepareRequest({
    prompt: toSdkPrompt(call.messages),
    ...toSdkTools({ tools: call.tools, toolChoice }),
  });
  const { model } = call.choice;
  const request = {
    ...putBackReasoning(body, call.messages),
    model,
    stream: true,
    stream_options: { include_usage: true },
  };
  return mergeParams(request, fields(model), call.choice.params, params);
}
