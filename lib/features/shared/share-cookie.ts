import 'server-only';
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { OpenShare } from '@/db/queries/shared/find-open-share';
import { requestOrigin } from '@/lib/platform/http/request-origin';
import { deriveKey } from '@/lib/platform/security/instance-secret';

/** How long a browser that has given the password is not asked again. */
const SECONDS = 12 * 60 * 60;

type Locked = Pick<OpenShare, 'id' | 'passwordHash'>;

/** The cookie that says that the password of this link was given. It ends with the password. */
export async function unlockCookie(share: Locked, headers: Headers, now = Date.now()): Promise<string> {
  const until = String(Math.floor(now / 1000) + SECONDS);
  const isSecure = requestOrigin(headers).startsWith('https:');
  const value = `${until}.${await proof(share, until)}`;
  return `${cookieName(share)}=${value}; Path=/; Max-Age=${SECONDS}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;
}

export async function isUnlocked(share: Locked, headers: Headers, now = Date.now()): Promise<boolean> {
  if (share.passwordHash === null) return true;
  const pairs = (headers.get('cookie') ?? '').split(';').map((pair) => pair.trim());
  const found = pairs.find((pair) => pair.startsWith(`${cookieName(share)}=`));
  const [until = '', given = ''] = found?.slice(found.indexOf('=') + 1).split('.') ?? [];
  if (!(Number(until) * 1000 > now)) return false;
  const [is, should] = [Buffer.from(given), Buffer.from(await proof(share, until))];
  return is.length === should.length && timingSafeEqual(is, should);
}

function cookieName({ id }: Locked): string {
  return `massgen.share.${id}`;
}

async function proof({ id, passwordHash }: Locked, until: string): Promise<string> {
  const key = await deriveKey('share passwords');
  return createHmac('sha256', key).update(`${id} ${until} ${passwordHash}`).digest('base64url');
}
