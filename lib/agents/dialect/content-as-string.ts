import type { Adaptation } from './adaptation';
import { type ChatMessage, messagesOf, textOfContent } from './chat-messages';

// The words of a validator stand on lines of their own.
const STRING =
  /content.{0,80}(?:must be|should be|expected|value must be).{0,20}string|content.{0,60}invalid type: sequence|(?:list|array|sequence).{0,40}content/is;

/** A server whose messages hold a string, never a list of parts. */
export const contentAsString: Adaptation = {
  name: 'content as a string',
  demandedBy: ({ text }) => (STRING.test(text) ? '' : null),
  apply(body, _detail, format) {
    if (format !== 'chat') return body;
    const messages = messagesOf(body);
    if (!messages.some(isList)) return body;
    return {
      ...body,
      messages: messages.map((message) =>
        isList(message) ? { ...message, content: textOfContent(message.content) } : message,
      ),
    };
  },
  says: () => 'each message is one text',
};

/** Of texts only: a picture has no place in a string, and the log says that the model sees it. */
function isList({ content }: ChatMessage): boolean {
  return Array.isArray(content) && content.every(({ type }) => type === 'text');
}
