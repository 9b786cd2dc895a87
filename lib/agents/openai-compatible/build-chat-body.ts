import { toSdkPrompt } from '../ai-sdk/to-sdk-prompt';
import { toSdkTools } from '../ai-sdk/to-sdk-tools';
import type { AgentCall } from '../backend';
import { mergeParams } from '../params/merge-params';
import { chatModel } from './chat-model';

/** What a server of this format does differently. */
export interface ChatDialect {
  /** False = a tool can be offered but not demanded. */
  demandsTools: boolean;
  /** Fields of every request besides what the SDK writes; the agent's params stand over them. */
  fields(model: string): Record<string, unknown>;
}

/** The JSON body of a streaming chat completions request. */
export async function buildChatBody(call: AgentCall, { demandsTools, fields }: ChatDialect): Promise<string> {
  const toolChoice = call.toolChoice === 'required' && !demandsTools ? 'auto' : call.toolChoice;
  const { body } = await chatModel.prepareRequest({
    prompt: toSdkPrompt(call.messages),
    ...toSdkTools({ tools: call.tools, toolChoice }),
  });
  const { model } = call.choice;
  const request = { ...body, model, stream: true, stream_options: { include_usage: true } };
  return JSON.stringify(mergeParams(request, fields(model), call.choice));
}
