import { z } from 'zod';
import { conversationChanges } from '@/lib/conversations/conversation-input';
import { deleteConversation } from '@/lib/conversations/delete-conversation';
import { getConversation } from '@/lib/conversations/get-conversation';
import { updateConversation } from '@/lib/conversations/update-conversation';
import { idParams } from '@/lib/http/id-params';
import { noContent } from '@/lib/http/respond';
import { route } from '@/lib/http/route';

const query = z.object({ messages: z.enum(['path', 'all']).default('path') });

export const GET = route({ params: idParams, query }, async ({ actor, params, query }) => ({
  conversation: await getConversation(actor, params.id, query.messages),
}));

export const PATCH = route({ params: idParams, body: conversationChanges }, async ({ actor, params, body }) => ({
  conversation: await updateConversation(actor, params.id, body),
}));

export const DELETE = route({ params: idParams }, async ({ actor, params }) => {
  await deleteConversation(actor, params.id);
  return noContent();
});
