import type { Adaptation } from './adaptation';
import { messagesOf } from './chat-messages';

const ORDER =
  /unexpected role|after role|must alternate|interleave|successive (?:user|assistant)|consecutive (?:user|assistant)|expected last role|roles? (?:order|sequence)/i;

/** A model's template that takes no person's word right behind a tool's result (Mistral's and its kin). */
export const bridgeToolResults: Adaptation = {
  name: 'bridge tool results',
  demandedBy: ({ text }) => (ORDER.test(text) ? '' : null),
  apply(body, _detail, format) {
    if (format !== 'chat') return body;
    const messages = messagesOf(body);
    const bridged = messages.flatMap((message, index) =>
      message.role === 'user' && messages[index - 1]?.role === 'tool'
        ? [{ role: 'assistant', content: 'Understood.' }, message]
        : [message],
    );
    return bridged.length > messages.length ? { ...body, messages: bridged } : body;
  },
  says: () => 'a short reply stands between a tool’s result and what follows',
};
