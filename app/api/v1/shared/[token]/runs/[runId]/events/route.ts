import { eventCursor } from '@/lib/features/runs/event-cursor';
import { followSharedRun } from '@/lib/features/shared/follow-shared-run';
import { limitViews } from '@/lib/features/shared/limit-views';
import { openShare } from '@/lib/features/shared/open-share';
import { sharedRunParams } from '@/lib/features/shared/shared-schema';
import { visitor } from '@/lib/platform/auth/visitor';
import { file } from '@/lib/platform/http/answer';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { route } from '@/lib/platform/http/route';

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  // Or nginx collects the frames before it passes them on.
  'x-accel-buffering': 'no',
};

export const GET = route(
  {
    about: 'Follows a run as a link shows it: its events as server-sent events, without what is being written.',
    answer: file('text/event-stream'),
    params: sharedRunParams,
    auth: 'none',
  },
  async ({ params, request }) => {
    limitViews(request.headers);
    const viewer = await visitor(request);
    const share = await openShare(params.token, viewer, request.headers);
    const { runId } = params;
    return new Response(await followSharedRun(share, viewer, { runId, after: eventCursor(request) }), {
      headers: HEADERS,
    });
  },
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
