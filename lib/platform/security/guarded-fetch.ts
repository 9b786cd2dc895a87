import 'server-only';
import { Readable } from 'node:stream';
import { type GuardedRequest, guardedRequest } from './guarded-request';

const METHODS = ['GET', 'POST', 'DELETE'] as const;
const NO_BODY = new Set([204, 205, 304]);

/** `fetch` for libraries that want one: same rules as `guardedRequest`. A redirect is answered as it is, never followed. */
export async function guardedFetch(
  input: string | URL | Request,
  init: RequestInit = {},
  terms: Pick<GuardedRequest, 'trustedOrigin' | 'isSentOnce'> = {},
): Promise<Response> {
  if (init.body !== undefined && init.body !== null && typeof init.body !== 'string') {
    throw new TypeError('guardedFetch sends text bodies only.');
  }
  const method = METHODS.find((name) => name === (init.method ?? 'GET').toUpperCase());
  if (!method) throw new TypeError(`guardedFetch does not send ${init.method}.`);
  const response = await guardedRequest({
    url: input instanceof Request ? input.url : String(input),
    method,
    headers: Object.fromEntries(new Headers(init.headers)),
    ...(init.body && { body: init.body }),
    signal: init.signal ?? new AbortController().signal,
    ...terms,
  });
  const headers = new Headers();
  for (const [name, value] of Object.entries(response.headers)) {
    for (const item of Array.isArray(value) ? value : [value]) if (item !== undefined) headers.append(name, item);
  }
  const status = response.statusCode ?? 500;
  if (NO_BODY.has(status)) {
    response.resume();
    return new Response(null, { status, headers });
  }
  return new Response(Readable.toWeb(response) as ReadableStream<Uint8Array>, { status, headers });
}
