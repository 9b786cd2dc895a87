import { conversationSchema } from '@/lib/features/conversations/conversation-schema';
import { copyShared } from '@/lib/features/shared/copy-shared';
import { openShare } from '@/lib/features/shared/open-share';
import { tokenParams } from '@/lib/features/shared/shared-schema';
import { json } from '@/lib/platform/http/answer';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { created } from '@/lib/platform/http/respond';
import { route } from '@/lib/platform/http/route';

export const POST = route(
  {
    about: 'Makes a conversation of one’s own that goes on from what a link shows.',
    answer: json({ conversation: conversationSchema }, 201),
    needs: 'conversation.create',
    params: tokenParams,
  },
  async ({ actor, params, request }) => {
    const share = await openShare(params.token, actor, request.headers);
    return created({ conversation: await copyShared(actor, share) });
  },
);

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
