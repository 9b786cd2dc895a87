import { z } from 'zod';
import { messageSchema } from '@/lib/features/conversations/conversation-schema';
import { getMessage } from '@/lib/features/conversations/get-message';
import { json } from '@/lib/platform/http/answer';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { route } from '@/lib/platform/http/route';

const params = z.object({ id: z.uuid(), messageId: z.uuid() });

export const GET = route(
  { about: 'Gives one message, whole.', answer: json({ message: messageSchema }), params },
  async ({ actor, params }) => ({
    message: await getMessage(actor, params.id, params.messageId),
  }),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
