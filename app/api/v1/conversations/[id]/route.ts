import { z } from 'zod';
import { conversationChanges } from '@/lib/features/conversations/conversation-input';
import { conversationSchema, conversationWithMessagesSchema } from '@/lib/features/conversations/conversation-schema';
import { deleteConversation } from '@/lib/features/conversations/delete-conversation';
import { findConversationOrThrow } from '@/lib/features/conversations/find-conversation-or-throw';
import { getConversation } from '@/lib/features/conversations/get-conversation';
import { updateConversation } from '@/lib/features/conversations/update-conversation';
import { json, NOTHING } from '@/lib/platform/http/answer';
import { idParams } from '@/lib/platform/http/id-params';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { noContent } from '@/lib/platform/http/respond';
import { route } from '@/lib/platform/http/route';

const query = z.object({ messages: z.enum(['path', 'all']).default('path') });

export const GET = route(
  {
    about: 'Gives a conversation with the messages of the branch that is shown, or all of them.',
    answer: json({ conversation: conversationWithMessagesSchema }),
    params: idParams,
    query,
    access: ({ actor, params }) => findConversationOrThrow(actor, params.id, 'read'),
  },
  async ({ actor, params, query }) => ({
    conversation: await getConversation(actor, params.id, query.messages),
  }),
);

export const PATCH = route(
  {
    about:
      'Renames, archives, labels or summarises it, or changes who sees it; shows another branch, pins it or marks it as read for the caller alone.',
    answer: json({ conversation: conversationSchema }),
    params: idParams,
    body: conversationChanges,
    access: ({ actor, params }) => findConversationOrThrow(actor, params.id, 'read'),
  },
  async ({ actor, params, body }) => ({
    conversation: await updateConversation(actor, params.id, body),
  }),
);

export const DELETE = route(
  { about: 'Deletes a conversation with everything in it.', answer: NOTHING, params: idParams },
  async ({ actor, params }) => {
    await deleteConversation(actor, params.id);
    return noContent();
  },
);

export const { POST, PUT, OPTIONS } = otherMethods('GET', 'PATCH', 'DELETE');
