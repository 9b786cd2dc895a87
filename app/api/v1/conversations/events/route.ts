import { followConversations } from '@/lib/features/conversations/follow-conversations';
import { file } from '@/lib/platform/http/answer';
import { EVENT_STREAM_HEADERS } from '@/lib/platform/http/event-stream-headers';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { route } from '@/lib/platform/http/route';

export const GET = route(
  {
    about: 'Tells, as server-sent events, what changes in the list of conversations.',
    answer: file('text/event-stream'),
  },
  async ({ actor }) => new Response(await followConversations(actor), { headers: EVENT_STREAM_HEADERS }),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
