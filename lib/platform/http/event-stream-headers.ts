/** Of every stream of server-sent events. */
export const EVENT_STREAM_HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  // Or nginx collects the frames before it passes them on.
  'x-accel-buffering': 'no',
};
