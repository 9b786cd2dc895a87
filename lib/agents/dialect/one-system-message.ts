import type { Adaptation } from './adaptation';
import { messagesOf, textOfContent } from './chat-messages';

const PLACE =
  /system.{0,80}\b(?:first|beginning|start|only one|multiple|single|more than one|several|once|duplicate)|(?:only one|multiple|single|more than one|several).{0,40}system|invalid chat setting/i;

/** A server that takes one system message, at the beginning. */
export const oneSystemMessage: Adaptation = {
  name: 'one system message',
  demandedBy: ({ text }) => (PLACE.test(text) ? '' : null),
  apply(body, _detail, format) {
    if (format !== 'chat') return body;
    const messages = messagesOf(body);
    const system = messages.filter(({ role }) => role === 'system' || role === 'developer');
    if (system.length === 0 || (system.length === 1 && messages[0] === system[0])) return body;
    const content = system.map((message) => textOfContent(message.content)).join('\n\n');
    const rest = messages.filter((message) => !system.includes(message));
    return { ...body, messages: [{ ...system[0], content }, ...rest] };
  },
  says: () => 'all system texts are one message at the beginning',
};
