import { streamImport } from '@/lib/features/conversation-files/stream-import';
import { file } from '@/lib/platform/http/answer';
import { idParams } from '@/lib/platform/http/id-params';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { route } from '@/lib/platform/http/route';

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  // Or nginx collects the frames before it passes them on.
  'x-accel-buffering': 'no',
};

export const GET = route(
  {
    about: 'Follows the import of a large file: what has changed, as server-sent events, until its end.',
    answer: file('text/event-stream'),
    params: idParams,
  },
  async ({ actor, params }) => new Response(await streamImport(actor, params.id), { headers: HEADERS }),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
