import 'server-only';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

const HEADER = 'x-massgen-path';

/**
 * Makes each request carry the path and query that were asked for, which Next does not tell to pages' layouts. Whatever a client writes there is
 * replaced. To be called once at start, before the first request.
 */
export function noteRequestedPaths(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage };
    request.headers[HEADER] = request.url ?? '/';
  });
}

/** The page that a request asks for: path and query, without what Next adds to its own requests. */
export function requestedPath(headers: Headers): string {
  const here = 'http://here.invalid';
  const noted = headers.get(HEADER);
  if (!noted || !URL.canParse(noted, here)) return '/';
  const { pathname, searchParams } = new URL(noted, here);
  searchParams.delete('_rsc');
  return searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname;
}
