import { conversationListQuery, newConversationInput } from '@/lib/features/conversations/conversation-input';
import { conversationSchema, listedConversationSchema } from '@/lib/features/conversations/conversation-schema';
import { createConversation } from '@/lib/features/conversations/create-conversation';
import { listConversations } from '@/lib/features/conversations/list-conversations';
import { json, list } from '@/lib/platform/http/answer';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { created } from '@/lib/platform/http/respond';
import { route } from '@/lib/platform/http/route';

export const GET = route(
  {
    about: 'Lists conversations, the last used first.',
    answer: list(listedConversationSchema),
    query: conversationListQuery,
  },
  async ({ actor, query }) => listConversations(actor, query),
);

export const POST = route(
  {
    needs: 'conversation.create',
    about: 'Makes an empty conversation.',
    answer: json({ conversation: conversationSchema }, 201),
    body: newConversationInput,
  },
  async ({ actor, body }) => created({ conversation: await createConversation(actor, body) }),
);

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST');
