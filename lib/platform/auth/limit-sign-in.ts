import 'server-only';
import { countHit } from '@/db/queries/rate-limits/count-hit';
import { deleteOldWindows } from '@/db/queries/rate-limits/delete-old-windows';
import { forgiveHits } from '@/db/queries/rate-limits/forgive-hits';
import { AppError } from '@/lib/platform/errors/app-error';
import { networkOf } from '@/lib/platform/http/network-of';
import { texts } from '@/lib/platform/texts';
import { signInDelay } from './sign-in-delay';

const WINDOW_SECONDS = 15 * 60;
const PER_EMAIL_AND_NETWORK = 10;
const PER_NETWORK = 50;

export interface SignInAttempt {
  /** To be waited before the password is looked at: the account has been tried often, from wherever. */
  delayMs: number;
  /** Takes the attempt back: a successful one does not count. */
  forgive(): Promise<void>;
}

/**
 * Counts an attempt to sign in before its password is looked at. Throws `rate_limited` when there were too many from this network, in all
 * or for this e-mail. Tries from elsewhere never shut anybody out of their account: they only make each further attempt slower.
 */
export async function limitSignIn(email: string, address: string): Promise<SignInAttempt> {
  const network = networkOf(address);
  const keys = {
    network: `sign-in:address:${network}`,
    pair: `sign-in:email-address:${email} ${network}`,
    email: `sign-in:email:${email}`,
  };
  const fromNetwork = await countHit(keys.network, WINDOW_SECONDS);
  if (fromNetwork.count === 1) await deleteOldWindows();
  if (fromNetwork.count > PER_NETWORK) throw tooMany(fromNetwork.secondsLeft);
  const ofPair = await countHit(keys.pair, WINDOW_SECONDS);
  if (ofPair.count > PER_EMAIL_AND_NETWORK) throw tooMany(ofPair.secondsLeft);
  const forEmail = await countHit(keys.email, WINDOW_SECONDS);
  return {
    delayMs: signInDelay(forEmail.count),
    forgive: async () => {
      await forgiveHits(keys.pair, 'all');
      await forgiveHits(keys.network, 'one');
      await forgiveHits(keys.email, 'one');
    },
  };
}

function tooMany(secondsLeft: number): AppError {
  const minutes = Math.ceil(secondsLeft / 60);
  return new AppError('rate_limited', texts.tooManySignIns(minutes), {
    retryAfterSeconds: secondsLeft,
  });
}
