import { conversationListQuery, newConversationInput } from '@/lib/conversations/conversation-input';
import { createConversation } from '@/lib/conversations/create-conversation';
import { listConversations } from '@/lib/conversations/list-conversations';
import { created } from '@/lib/http/respond';
import { route } from '@/lib/http/route';

export const GET = route({ query: conversationListQuery }, async ({ actor, query }) => listConversations(actor, query));

export const POST = route({ body: newConversationInput }, async ({ actor, body }) =>
  created({ conversation: await createConversation(actor, body) }),
);
