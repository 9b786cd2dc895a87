import 'server-only';
import { requestOrigin } from '@/lib/platform/http/request-origin';

/** How long a browser stays signed in, in seconds. */
export const SESSION_SECONDS = 30 * 24 * 60 * 60;

/** Over https only the cookie that a plain http answer cannot have set counts. */
export function sessionCookieName(headers: Headers): string {
  return requestOrigin(headers).startsWith('https:') ? '__Secure-massgen.session' : 'massgen.session';
}

/** The value of the session cookie in a request's headers. */
export function readSessionCookie(headers: Headers): string | null {
  const name = sessionCookieName(headers);
  for (const pair of (headers.get('cookie') ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return null;
}
