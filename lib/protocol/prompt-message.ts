/** A model request in the protocol's own form; each backend in `lib/agents` translates it to its provider's format. */

/** Images and documents will join `text` here (roadmap P20). */
export type UserPart = { type: 'text'; text: string };

export interface ToolCallPart {
  toolCallId: string;
  tool: string;
  arguments: unknown;
}

export type PromptMessage =
  | { role: 'system'; text: string }
  | { role: 'user'; parts: UserPart[] }
  | { role: 'assistant'; text: string; toolCalls: ToolCallPart[] }
  | { role: 'tool'; toolCallId: string; tool: string; result: string; isError: boolean };

export interface ToolDefinition {
  name: string;
  description: string;
  /** JSON Schema 2020-12 of the arguments, an object. */
  parameters: Record<string, unknown>;
}

/** An earlier message of the conversation, oldest first. */
export interface HistoryMessage {
  role: 'user' | 'assistant';
  text: string;
}
