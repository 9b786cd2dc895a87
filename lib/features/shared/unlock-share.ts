import 'server-only';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { countHit } from '@/db/queries/rate-limits/count-hit';
import { deleteOldWindows } from '@/db/queries/rate-limits/delete-old-windows';
import { forgiveHits } from '@/db/queries/rate-limits/forgive-hits';
import { texts as general } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { checkPassword } from '@/lib/platform/auth/password-hash';
import { signInDelay } from '@/lib/platform/auth/sign-in-delay';
import { AppError } from '@/lib/platform/errors/app-error';
import { clientAddress } from '@/lib/platform/http/client-address';
import { networkOf } from '@/lib/platform/http/network-of';
import { openLockedShare } from './open-share';
import { unlockCookie } from './share-cookie';
import { texts } from './texts';

const WINDOW_SECONDS = 15 * 60;
/** Tries from elsewhere never shut anybody out; they only make each further one slower. */
const PER_LINK_AND_NETWORK = 10;
const PER_NETWORK = 50;

export const unlockInput = z.strictObject({ password: z.string().max(200) });

/** The cookie for a link whose password is right. Throws `not_found` as for any link that does not open, `invalid`, `rate_limited`. */
export async function unlockShare(
  token: string,
  viewer: Actor | null,
  { password, headers }: { password: string; headers: Headers },
): Promise<string> {
  const share = await openLockedShare(token, viewer);
  if (share.passwordHash === null) return unlockCookie(share, headers);
  const network = networkOf(clientAddress(headers));
  const pair = `share-password:${share.id} ${network}`;
  await limit(`share-password:address:${network}`, PER_NETWORK);
  await limit(pair, PER_LINK_AND_NETWORK);
  const ofLink = await countHit(`share-password:${share.id}`, WINDOW_SECONDS);
  await pause(signInDelay(ofLink.count));
  if (!(await checkPassword(share.passwordHash, password)).fits) {
    throw new AppError('invalid', texts.wrongPassword, {
      fields: [{ path: 'password', message: general.wrongPasswordField }],
    });
  }
  await forgiveHits(pair, 'all');
  return unlockCookie(share, headers);
}

async function limit(key: string, most: number): Promise<void> {
  const { count, secondsLeft } = await countHit(key, WINDOW_SECONDS);
  if (count === 1) await deleteOldWindows();
  if (count <= most) return;
  throw new AppError('rate_limited', texts.tooManyTries(Math.ceil(secondsLeft / 60)), {
    retryAfterSeconds: secondsLeft,
  });
}
