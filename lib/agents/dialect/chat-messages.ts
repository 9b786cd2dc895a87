import type { Body } from './adaptation';

/** A message of a chat completions request, as far as an adaptation looks into it. */
export interface ChatMessage {
  role: string;
  content?: unknown;
  tool_calls?: { id?: string; [field: string]: unknown }[];
  tool_call_id?: string;
  [field: string]: unknown;
}

/** The messages of a request in a format that has such; `[]` else. */
export function messagesOf(body: Body): ChatMessage[] {
  return Array.isArray(body.messages) ? (body.messages as ChatMessage[]) : [];
}

/** The text of a message's content, whether a string or a list of parts. */
export function textOfContent(content: unknown): string {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  return content.flatMap((part: { text?: unknown }) => (typeof part.text === 'string' ? [part.text] : [])).join('\n\n');
}
