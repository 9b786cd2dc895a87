import type { JSONObject, LanguageModelV4FunctionTool, LanguageModelV4Prompt } from '@ai-sdk/provider';
import { type PromptMessage, type ToolDefinition, textsOf } from '@/lib/protocol/prompt-message';
import type { AgentCall } from '../backend';
import { argumentObject } from '../http/argument-object';
import { chatModel, PROVIDER } from './chat-model';

/** The JSON body of a streaming chat completions request. `choice.params` go in as they are. */
export async function buildChatBody(call: AgentCall): Promise<string> {
  const tools = call.tools.map(toTool);
  const { body } = await chatModel.prepareRequest({
    prompt: call.messages.map(toPromptMessage),
    ...(tools.length > 0 && { tools, toolChoice: { type: call.toolChoice } }),
    providerOptions: { [PROVIDER]: call.choice.params as JSONObject },
  });
  return JSON.stringify({ ...body, model: call.choice.model, stream: true, stream_options: { include_usage: true } });
}

function toTool({ name, description, parameters }: ToolDefinition): LanguageModelV4FunctionTool {
  return { type: 'function', name, description, inputSchema: parameters };
}

function toPromptMessage(message: PromptMessage): LanguageModelV4Prompt[number] {
  switch (message.role) {
    case 'system':
      return { role: 'system', content: message.text };
    case 'user':
      // One text goes out as a plain string, which every server understands; a list of parts does not.
      return { role: 'user', content: [{ type: 'text', text: textsOf(message.parts).join('\n\n') }] };
    case 'assistant':
      return {
        role: 'assistant',
        content: [
          ...(message.text ? [{ type: 'text' as const, text: message.text }] : []),
          ...message.toolCalls.map(({ toolCallId, tool, arguments: given }) => ({
            type: 'tool-call' as const,
            toolCallId,
            toolName: tool,
            input: argumentObject(given),
          })),
        ],
      };
    case 'tool': {
      const type = message.isError ? 'error-text' : 'text';
      return {
        role: 'tool',
        content: [
          {
            type: 'tool-result',
            toolCallId: message.toolCallId,
            toolName: message.tool,
            output: { type, value: message.result },
          },
        ],
      };
    }
  }
}
