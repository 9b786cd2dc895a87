import 'server-only';
import { signInPath } from '@/lib/platform/auth/sign-in-path';
import { AppError } from '@/lib/platform/errors/app-error';

/**
 * Takes a browser that came here as to a page, and whose person is not signed in, to sign-in and then back to the very same address; nothing has been
 * done with what it brought. `null` = another error, or a program, which is answered as such.
 */
export function signInFirst(error: unknown, { headers, method, url }: Request): Response | null {
  if (!(error instanceof AppError) || error.code !== 'unauthenticated') return null;
  const isPage = method === 'GET' && headers.get('accept')?.includes('text/html');
  if (!isPage || headers.has('authorization')) return null;
  const { pathname, search } = new URL(url);
  const location = signInPath(pathname + search);
  return new Response(null, {
    status: 303,
    headers: { location, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' },
  });
}
