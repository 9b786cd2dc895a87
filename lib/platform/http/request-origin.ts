import 'server-only';
import { env } from '@/lib/platform/config/env';

/**
 * The origin under which the browser sees this server: `NEXTAUTH_URL` when it is set, else what the request names. Next fills
 * the forwarded headers in when no proxy has.
 */
export function requestOrigin(headers: Headers): string {
  const { NEXTAUTH_URL } = env();
  if (NEXTAUTH_URL) return new URL(NEXTAUTH_URL).origin;
  const protocol = first(headers.get('x-forwarded-proto')) === 'https' ? 'https' : 'http';
  const host = first(headers.get('x-forwarded-host')) ?? headers.get('host') ?? 'localhost';
  return `${protocol}://${host}`;
}

function first(list: string | null): string | undefined {
  return list?.split(',')[0]?.trim();
}
