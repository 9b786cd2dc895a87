import 'server-only';
import { countHit } from '@/db/queries/rate-limits/count-hit';
import { deleteOldWindows } from '@/db/queries/rate-limits/delete-old-windows';
import { forgiveHits } from '@/db/queries/rate-limits/forgive-hits';
import { AppError } from '@/lib/errors/app-error';

const WINDOW_SECONDS = 15 * 60;
const PER_EMAIL = 10;
const PER_ADDRESS = 50;

/**
 * Counts an attempt to sign in before its password is looked at. Throws `rate_limited` when there were too many for this e-mail
 * or from this address. The returned function takes the attempt back: a successful one does not count.
 */
export async function limitSignIn(email: string, address: string): Promise<() => Promise<void>> {
  const emailKey = `sign-in:email:${email}`;
  const addressKey = `sign-in:address:${address}`;
  const fromAddress = await countHit(addressKey, WINDOW_SECONDS);
  if (fromAddress.count === 1) await deleteOldWindows();
  if (fromAddress.count > PER_ADDRESS) throw tooMany(fromAddress.secondsLeft);
  const forEmail = await countHit(emailKey, WINDOW_SECONDS);
  if (forEmail.count > PER_EMAIL) throw tooMany(forEmail.secondsLeft);
  return async () => {
    await forgiveHits(emailKey, 'all');
    await forgiveHits(addressKey, 'one');
  };
}

function tooMany(secondsLeft: number): AppError {
  const minutes = Math.ceil(secondsLeft / 60);
  return new AppError('rate_limited', `Too many attempts to sign in. Try again in ${minutes} min.`, {
    retryAfterSeconds: secondsLeft,
  });
}
