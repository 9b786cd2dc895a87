import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import type { AgentCall } from '../backend';

/** The tools of a step and how far they must be used; nothing when there are none. */
export function toSdkTools({
  tools,
  toolChoice,
}: Pick<AgentCall, 'tools' | 'toolChoice'>): Pick<LanguageModelV4CallOptions, 'tools' | 'toolChoice'> {
  if (tools.length === 0) return {};
  return {
    tools: tools.map(({ name, description, parameters }) => ({
      type: 'function',
      name,
      description,
      inputSchema: parameters,
    })),
    toolChoice: { type: toolChoice },
  };
}
