import { z } from 'zod';
import { type ForeignConversation, foreignFile } from './foreign-file';
import type { ForeignMessage } from './foreign-messages';

const message = z.looseObject({
  author: z.looseObject({ role: z.string() }),
  create_time: z.number().nullish(),
  content: z.looseObject({ content_type: z.string(), parts: z.array(z.unknown()).optional() }).nullish(),
  recipient: z.string().nullish(),
  metadata: z
    .looseObject({ is_visually_hidden_from_conversation: z.boolean().optional(), model_slug: z.string().optional() })
    .nullish(),
});

const conversation = z.looseObject({
  conversation_id: z.string().optional(),
  id: z.string().optional(),
  title: z.string().nullish(),
  create_time: z.number().nullish(),
  update_time: z.number().nullish(),
  is_archived: z.boolean().nullish(),
  current_node: z.string().nullish(),
  mapping: z.record(
    z.string(),
    z.looseObject({ message: message.nullish().catch(null), parent: z.string().nullish() }),
  ),
});

/** A conversation of ChatGPT's export: a tree of nodes, of which many are hidden, of tools, or empty. Throws a `ZodError`. */
export function readChatGpt(value: unknown): ForeignConversation {
  const given = conversation.parse(value);
  let leftOut = 0;
  const messages = Object.entries(given.mapping).map(([id, node]): ForeignMessage => {
    const { said, others } = contentOf(node.message);
    leftOut += others;
    return {
      id,
      parentId: node.parent ?? null,
      role: said === '' ? null : roleOf(node.message?.author.role),
      text: said,
      attachments: [],
      model: node.message?.metadata?.model_slug ?? null,
      at: ms(node.message?.create_time),
    };
  });
  return foreignFile({
    from: 'chatgpt',
    id: given.conversation_id ?? given.id ?? Object.keys(given.mapping)[0] ?? '',
    title: given.title ?? '',
    createdAt: ms(given.create_time),
    updatedAt: ms(given.update_time),
    isArchived: given.is_archived ?? false,
    current: given.current_node ?? null,
    messages,
    attached: [],
    leftOut,
  });
}

/** What a person sees of a message, and how many pictures and files it has besides. */
function contentOf(given: z.infer<typeof message> | null | undefined): { said: string; others: number } {
  const { content, metadata, recipient } = given ?? {};
  const isHidden = metadata?.is_visually_hidden_from_conversation || (recipient && recipient !== 'all');
  if (!content || isHidden || !['text', 'multimodal_text'].includes(content.content_type))
    return { said: '', others: 0 };
  const parts = content.parts ?? [];
  const said = parts.flatMap((part) => {
    if (typeof part === 'string') return part === '' ? [] : [part];
    // What was spoken, as text.
    const spoken = (part as { text?: unknown } | null)?.text;
    return typeof spoken === 'string' && spoken !== '' ? [spoken] : [];
  });
  return { said: said.join('\n\n'), others: parts.length - parts.filter((part) => typeof part === 'string').length };
}

function roleOf(role: string | undefined): ForeignMessage['role'] {
  return role === 'user' || role === 'assistant' ? role : null;
}

function ms(seconds: number | null | undefined): number | null {
  return typeof seconds === 'number' && seconds > 0 && seconds < 1e11 ? Math.round(seconds * 1000) : null;
}
