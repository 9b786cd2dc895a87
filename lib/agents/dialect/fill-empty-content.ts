import type { Adaptation } from './adaptation';
import { type ChatMessage, messagesOf, textOfContent } from './chat-messages';

// The words of a validator stand on lines of their own.
const EMPTY =
  /content.{0,80}(?:\bnull\b|\bnone\b|empty|blank|missing|required|should be a valid string|string_type|expected a string|at least one|must have)|(?:empty|non-empty|missing|null).{0,40}(?:content|message)|NoneType.{0,40}iterable/is;

/** A server that takes no message without text, as a reply is that only calls a tool. */
export const fillEmptyContent: Adaptation = {
  name: 'fill empty content',
  demandedBy: ({ text }) => (EMPTY.test(text) ? '' : null),
  apply(body, _detail, format) {
    if (format !== 'chat') return body;
    const messages = messagesOf(body);
    if (!messages.some(isEmpty)) return body;
    return { ...body, messages: messages.map((message) => (isEmpty(message) ? filled(message) : message)) };
  },
  says: () => 'no message is without text',
};

function isEmpty({ content }: ChatMessage): boolean {
  if (Array.isArray(content) && content.some(({ type }) => type !== 'text')) return false;
  return textOfContent(content).trim() === '';
}

function filled(message: ChatMessage): ChatMessage {
  const content = message.role === 'tool' ? '(no result)' : message.tool_calls ? '(tool call)' : '(nothing)';
  return { ...message, content };
}
