import 'server-only';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

/** Header with the method of a request that is shown to Next as another one. */
export const METHOD_AS_SENT = 'x-massgen-method';

const KNOWN = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/**
 * Shows a request with a method that no route can have (TRACE, PROPFIND …) to Next as OPTIONS, with the method in a header, so that
 * it is answered 405 like every other that an address does not take: Next would answer 500 or an empty 400.
 * To be called once at start, before the first request.
 */
export function tellOddMethods(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage };
    delete request.headers[METHOD_AS_SENT];
    if (KNOWN.has(request.method ?? '')) return;
    request.headers[METHOD_AS_SENT] = request.method;
    request.method = 'OPTIONS';
  });
}
