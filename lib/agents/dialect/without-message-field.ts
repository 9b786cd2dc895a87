import type { Adaptation } from './adaptation';
import { messagesOf } from './chat-messages';

/** What we or a provider may add to a message, and what another server need not know. */
const FIELDS = [
  'reasoning_content',
  'reasoning_details',
  'reasoning',
  'extra_content',
  'thought_signature',
  'cache_control',
  'refusal',
  'name',
];
const UNKNOWN =
  /unsupported|not supported|unrecognized|unknown|not permitted|not allowed|unexpected|extra_forbidden|cannot find field|additional properties/i;

/** A server that refuses a field of a message. `detail` = its name. */
export const withoutMessageField: Adaptation = {
  name: 'without a field of messages',
  demandedBy({ text }, body) {
    if (!UNKNOWN.test(text) || !/\b(?:messages?|content)\b|\bassistant\b/i.test(text)) return null;
    return FIELDS.find((field) => new RegExp(`\\b${field}\\b`).test(text) && holds(body, field)) ?? null;
  },
  apply(body, field) {
    if (!holds(body, field)) return body;
    const messages = messagesOf(body).map(({ [field]: _, ...message }) =>
      Array.isArray(message.content)
        ? { ...message, content: message.content.map(({ [field]: __, ...part }) => part) }
        : message,
    );
    return { ...body, messages };
  },
  says: (field) => `messages come without “${field}”`,
};

function holds(body: Record<string, unknown>, field: string): boolean {
  return messagesOf(body).some(
    (message) =>
      field in message ||
      (Array.isArray(message.content) && message.content.some((part: object) => Object.hasOwn(part, field))),
  );
}
