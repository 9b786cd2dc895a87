import { conversationListQuery, newConversationInput } from '@/lib/features/conversations/conversation-input';
import { conversationSchema, listedConversationSchema } from '@/lib/features/conversations/conversation-schema';
import { createConversation } from '@/lib/features/conversations/create-conversation';
import { listConversations } from '@/lib/features/conversations/list-conversations';
import { deleteAllConversations } from '@/lib/features/erasure/delete-all-conversations';
import { json, list, NOTHING } from '@/lib/platform/http/answer';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { created, noContent } from '@/lib/platform/http/respond';
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

export const DELETE = route(
  { about: 'Deletes every conversation of one’s own with everything in it.', answer: NOTHING },
  async ({ actor }) => {
    await deleteAllConversations(actor);
    return noContent();
  },
);

export const { PUT, PATCH, OPTIONS } = otherMethods('GET', 'POST', 'DELETE');
