import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { clientAddress } from '@/lib/platform/http/client-address';
import { networkOf } from '@/lib/platform/http/network-of';
import { pagePolicy } from '@/lib/platform/http/page-policy';
import { waitInWindow } from '@/lib/platform/http/rate-window';

const HEADER = 'content-security-policy';
/** Pages behind links can be asked for by anybody, so they have a limit per network. */
const SHARED_PER_MINUTE = 240;

/** Gives each page a policy with a nonce of its own; Next finds it in the request's headers and puts it on the page's scripts. */
export function proxy(request: NextRequest): NextResponse {
  const wait = request.nextUrl.pathname.startsWith('/share/') ? waitForShared(request.headers) : null;
  if (wait !== null) return new NextResponse(null, { status: 429, headers: { 'retry-after': String(wait) } });
  const policy = pagePolicy(randomBytes(16).toString('base64'), {
    isDevelopment: process.env.NODE_ENV === 'development',
  });
  const headers = new Headers(request.headers);
  headers.set(HEADER, policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set(HEADER, policy);
  return response;
}

function waitForShared(headers: Headers): number | null {
  return waitInWindow(`share:${networkOf(clientAddress(headers))}`, SHARED_PER_MINUTE, 60_000);
}

/** Pages only: neither the API nor files, and not what the browser fetches of a page for a page that is open. */
export const config = {
  matcher: [{ source: '/((?!api/|_next/).*)', missing: [{ type: 'header', key: 'rsc' }] }, '/share/:path*'],
};
