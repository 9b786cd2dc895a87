import { eventCursor } from '@/lib/features/runs/event-cursor';
import { findRunOrThrow } from '@/lib/features/runs/find-run-or-throw';
import { readRunEvents } from '@/lib/features/runs/read-run-events';
import { file } from '@/lib/platform/http/answer';
import { EVENT_STREAM_HEADERS } from '@/lib/platform/http/event-stream-headers';
import { idParams } from '@/lib/platform/http/id-params';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { route } from '@/lib/platform/http/route';

export const GET = route(
  {
    about: 'Follows a run: its events as server-sent events, from `after` or `Last-Event-ID` on, live until its end.',
    answer: file('text/event-stream'),
    params: idParams,
    access: ({ actor, params }) => findRunOrThrow(actor, params.id, 'read'),
  },
  async ({ actor, params, request }) => {
    const after = eventCursor(request);
    return new Response(await readRunEvents(actor, params.id, after), { headers: EVENT_STREAM_HEADERS });
  },
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
