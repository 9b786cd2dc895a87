import { findConversationOrThrow } from '@/lib/features/conversations/find-conversation-or-throw';
import { presenceInput, sayPresence } from '@/lib/features/presence/say-presence';
import { NOTHING } from '@/lib/platform/http/answer';
import { idParams } from '@/lib/platform/http/id-params';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { noContent } from '@/lib/platform/http/respond';
import { route } from '@/lib/platform/http/route';

export const POST = route(
  {
    needs: 'conversation.read',
    about:
      'Says that the caller looks at a conversation, writes there or has gone. Whoever else looks at it hears it by GET `/conversations/events` as `presence.changed`; `stream` is what `stream.opened` of the caller’s own stream said. Nothing of it is stored.',
    answer: NOTHING,
    params: idParams,
    body: presenceInput,
    access: ({ actor, params }) => findConversationOrThrow(actor, params.id, 'read'),
  },
  async ({ actor, params, body }) => {
    await sayPresence(actor, params.id, body);
    return noContent();
  },
);

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
