/** A model request in the protocol's own form; each backend in `lib/agents` translates it to its provider's format. */
import type { AttachmentRef } from './attachment';

/**
 * `image` and `document` are what a person attached, with its bytes in base64. A backend is given only what its `capabilities` say it
 * can take; anything else has been turned into text before.
 */
export type UserPart =
  | { type: 'text'; text: string }
  | { type: 'image'; name: string; mediaType: string; data: string }
  | { type: 'document'; name: string; mediaType: string; data: string };

export interface ToolCallPart {
  toolCallId: string;
  tool: string;
  arguments: unknown;
}

/**
 * What a provider wants back of a reply that called tools, in the order in which it came: reasoning, where it stood between texts and calls,
 * and marks on calls. `data` belongs to the backend that has made it and means nothing to anybody else. Never shown to other agents.
 */
export interface KeptPart {
  kind: 'reasoning' | 'text' | 'tool';
  text?: string;
  toolCallId?: string;
  data?: unknown;
}

export type PromptMessage =
  | { role: 'system'; text: string }
  | { role: 'user'; parts: UserPart[] }
  /** `kept` = of this reply, for the backend that has made it. */
  | { role: 'assistant'; text: string; toolCalls: ToolCallPart[]; kept?: KeptPart[] }
  | { role: 'tool'; toolCallId: string; tool: string; result: string; isError: boolean };

/** A message as it is rendered from the log, which refers to stored content; `fillReferences` makes a `PromptMessage` of it. */
export type RequestMessage =
  | Exclude<PromptMessage, { role: 'user' | 'tool' }>
  | { role: 'user'; parts: RequestPart[] }
  /** `context` = the hash of the text that is the result. */
  | (Extract<PromptMessage, { role: 'tool' }> & { context?: string });

export type RequestPart =
  | UserPart
  | { type: 'attachment'; attachment: AttachmentRef }
  /** A shared context, by the hash of its text. */
  | { type: 'context'; hash: string };

/** A request in its parts. All together, joined, are its messages. */
export interface RequestParts<Message = PromptMessage> {
  system: string;
  /** The conversation before this turn. */
  earlier: Message[];
  /** The slot's own context of the turn before, for a reader that has not kept it itself. */
  own?: Message;
  /** What the person asks in this turn. */
  input: Message;
  /** What has happened in this slot since. */
  since: Message[];
}

export interface ToolDefinition {
  name: string;
  description: string;
  /** JSON Schema 2020-12 of the arguments, an object. */
  parameters: Record<string, unknown>;
}

/** An earlier message of the conversation, oldest first. */
export interface HistoryMessage {
  /** Of the message where it is stored. */
  id?: string;
  role: 'user' | 'assistant';
  text: string;
  attachments?: AttachmentRef[];
}

/** What of these parts is text, for a backend or a reader that takes nothing else. */
export function textsOf(parts: UserPart[]): string[] {
  return parts.flatMap((part) => (part.type === 'text' ? [part.text] : []));
}
