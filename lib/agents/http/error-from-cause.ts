import { RefusedAddressError } from '@/lib/platform/security/refused-address-error';
import { BackendError } from '../backend-error';

/**
 * The error to throw for anything that went wrong around a model request: an abort stays what the signal says,
 * a BackendError stays itself, all else is a failure of the network.
 */
export function errorFromCause(cause: unknown, signal: AbortSignal): unknown {
  if (signal.aborted) return signal.reason;
  if (cause instanceof BackendError) return cause;
  const refused = findRefusal(cause);
  if (refused) return new BackendError('bad_request', refused.message, { cause });
  return new BackendError('network', `The connection to the provider failed${reasonOf(cause)}.`, { cause });
}

function findRefusal(cause: unknown): RefusedAddressError | null {
  if (cause instanceof RefusedAddressError) return cause;
  return cause instanceof Error && cause.cause ? findRefusal(cause.cause) : null;
}

function reasonOf(cause: unknown): string {
  const code = codeOf(cause);
  if (code === 'ECONNREFUSED') return ': nothing listens at its address';
  if (code === 'ENOTFOUND') return ': its name is unknown';
  return code ? ` (${code})` : '';
}

function codeOf(cause: unknown): string | null {
  if (!(cause instanceof Error)) return null;
  const code = (cause as NodeJS.ErrnoException).code;
  return typeof code === 'string' ? code : codeOf(cause.cause);
}
