import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { pagePolicy } from '@/lib/platform/http/page-policy';

const HEADER = 'content-security-policy';

/** Gives each page a policy with a nonce of its own; Next finds it in the request's headers and puts it on the page's scripts. */
export function proxy(request: NextRequest): NextResponse {
  const policy = pagePolicy(randomBytes(16).toString('base64'), {
    isDevelopment: process.env.NODE_ENV === 'development',
  });
  const headers = new Headers(request.headers);
  headers.set(HEADER, policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set(HEADER, policy);
  return response;
}

/** Pages only: neither the API nor files, and not what the browser fetches of a page for a page that is open. */
export const config = {
  matcher: [{ source: '/((?!api/|_next/).*)', missing: [{ type: 'header', key: 'rsc' }] }],
};
