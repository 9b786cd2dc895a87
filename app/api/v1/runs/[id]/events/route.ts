import { idParams } from '@/lib/http/id-params';
import { route } from '@/lib/http/route';
import { eventCursor } from '@/lib/runs/event-cursor';
import { readRunEvents } from '@/lib/runs/read-run-events';

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  // Or nginx collects the frames before it passes them on.
  'x-accel-buffering': 'no',
};

/** The run's events as SSE, see "Run events" in docs/rest-api.md. */
export const GET = route({ params: idParams }, async ({ actor, params, request }) => {
  const after = eventCursor(request);
  return new Response(await readRunEvents(actor, params.id, after), { headers: HEADERS });
});
