import 'server-only';
import { AppError } from '@/lib/platform/errors/app-error';
import { clientAddress } from '@/lib/platform/http/client-address';
import { networkOf } from '@/lib/platform/http/network-of';
import { waitInWindow } from '@/lib/platform/http/rate-window';
import { texts } from './texts';

const PER_MINUTE = 600;

/** The API behind links has a limit of its own, per network. Throws `rate_limited`. */
export function limitViews(headers: Headers): void {
  const seconds = waitInWindow(`shared:${networkOf(clientAddress(headers))}`, PER_MINUTE, 60_000);
  if (seconds !== null) throw new AppError('rate_limited', texts.tooManyRequests, { retryAfterSeconds: seconds });
}
