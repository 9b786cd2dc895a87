import { z } from 'zod';
import { type ForeignAttachment, type ForeignConversation, foreignFile } from './foreign-file';
import type { ForeignMessage } from './foreign-messages';

const attachment = z.looseObject({ file_name: z.string().nullish(), extracted_content: z.string().nullish() });

const message = z.looseObject({
  uuid: z.string(),
  text: z.string().nullish(),
  content: z
    .array(z.looseObject({ type: z.string(), text: z.string().nullish() }))
    .nullish()
    .catch(null),
  sender: z.string(),
  created_at: z.string().nullish(),
  parent_message_uuid: z.string().nullish(),
  attachments: z.array(attachment).nullish().catch(null),
  files: z.array(z.unknown()).nullish().catch(null),
});

const conversation = z.looseObject({
  uuid: z.string(),
  name: z.string().nullish(),
  created_at: z.string().nullish(),
  updated_at: z.string().nullish(),
  current_leaf_message_uuid: z.string().nullish(),
  model: z.string().nullish(),
  chat_messages: z.array(message),
});

/** A conversation of Claude's export: older ones are a list, newer ones name each message's parent. Throws a `ZodError`. */
export function readClaude(value: unknown): ForeignConversation {
  const given = conversation.parse(value);
  const known = new Set(given.chat_messages.map(({ uuid }) => uuid));
  const attached: ForeignAttachment[] = [];
  let leftOut = 0;
  const messages = given.chat_messages.map((entry, index): ForeignMessage => {
    const { uuid, parent_message_uuid: parent } = entry;
    const own = (entry.attachments ?? []).flatMap(({ file_name: name, extracted_content: text }, number) => {
      if (!text) return [];
      attached.push({ id: `${uuid}-${number + 1}`, name: name || 'attachment.txt', text });
      return [`${uuid}-${number + 1}`];
    });
    leftOut += (entry.attachments?.length ?? 0) - own.length + (entry.files?.length ?? 0);
    const before = given.chat_messages[index - 1]?.uuid ?? null;
    return {
      id: uuid,
      // Where the messages name their parents, one that is not there is the beginning.
      parentId: parent ? (known.has(parent) ? parent : null) : before,
      role: entry.sender === 'human' ? 'user' : entry.sender === 'assistant' ? 'assistant' : null,
      text: saidIn(entry),
      attachments: own,
      model: given.model ?? null,
      at: ms(entry.created_at),
    };
  });
  return foreignFile({
    from: 'claude',
    id: given.uuid,
    title: given.name ?? '',
    createdAt: ms(given.created_at),
    updatedAt: ms(given.updated_at),
    isArchived: false,
    current: given.current_leaf_message_uuid ?? given.chat_messages.at(-1)?.uuid ?? null,
    messages,
    attached,
    leftOut,
  });
}

function saidIn({ text, content }: z.infer<typeof message>): string {
  const parts = (content ?? []).flatMap((part) => (part.type === 'text' && part.text ? [part.text] : []));
  return parts.length > 0 ? parts.join('\n\n') : (text ?? '');
}

function ms(text: string | null | undefined): number | null {
  const time = Date.parse(text ?? '');
  return Number.isFinite(time) && time > 0 ? time : null;
}
