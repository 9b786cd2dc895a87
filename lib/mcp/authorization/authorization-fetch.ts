import 'server-only';
import type { FetchLike } from '@modelcontextprotocol/client';
import { capBody } from '@/lib/platform/security/cap-body';
import { isPrivateHost } from '@/lib/platform/security/is-private-host';
import { RefusedAddressError } from '@/lib/platform/security/refused-address-error';
import { createServerFetch } from '../connect/server-fetch';
import { texts } from './texts';

const MOST_BYTES = 1_000_000;
/** Shorter than the lease under which tokens are renewed. */
const REQUEST_MS = 10_000;

/**
 * The way to what a server names in its metadata: as guarded as the one to the server, and for a server on the internet without the private
 * addresses that the operator trusts, which are meant for those who typed them. Redirects are left to the SDK, which keeps within the origin.
 */
export function createAuthorizationFetch(serverUrl: string): FetchLike {
  const ask = createServerFetch();
  const mayBePrivate = isPrivateHost(new URL(serverUrl).hostname);
  return async (input, init) => {
    const url = new URL(input);
    if (!mayBePrivate && isPrivateHost(url.hostname)) throw new RefusedAddressError(texts.privateAddress(url.host));
    const signals = [AbortSignal.timeout(REQUEST_MS), ...(init?.signal ? [init.signal] : [])];
    // A form goes as the text that it stands for.
    const body = init?.body instanceof URLSearchParams ? init.body.toString() : init?.body;
    const terms = { ...init, signal: AbortSignal.any(signals), ...(body !== undefined && { body }) };
    return capBody(await ask(url, terms), MOST_BYTES);
  };
}
