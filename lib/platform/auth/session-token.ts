import 'server-only';
import { decode } from 'next-auth/jwt';
import { deriveKey } from '@/lib/platform/security/instance-secret';

/** The secret with which next-auth encrypts its tokens. */
export async function sessionSecret(): Promise<string> {
  return (await deriveKey('next-auth')).toString('base64');
}

/** The id of the session that a cookie's value names; null when it is not a token of this instance, or expired. */
export async function sessionIdOf(token: string): Promise<string | null> {
  const secret = await sessionSecret();
  // The library rejects whatever it cannot decrypt; for the visitor that is the same as no cookie.
  const payload = await decode({ token, secret }).catch(() => null);
  return payload?.sessionId ?? null;
}
