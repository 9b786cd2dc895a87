import 'server-only';
import type { FetchLike } from '@modelcontextprotocol/client';
import { capBody } from '@/lib/platform/security/cap-body';
import { guardedFetch } from '@/lib/platform/security/guarded-fetch';
import { isPrivateHost } from '@/lib/platform/security/is-private-host';
import { RefusedAddressError } from '@/lib/platform/security/refused-address-error';
import { isTrustedOrigin } from '@/lib/platform/security/trusted-origins';
import { texts as platformTexts } from '@/lib/platform/texts';
import { inFlight } from './in-flight';
import { LIMITS } from './limits';
import { texts } from './texts';

/**
 * The only way to an MCP server, for every byte that the SDK sends: guarded, capped, and never sent twice unless the request may be. Redirects come
 * back to the SDK, which follows them within the origin only, through here again.
 * @param onBroken of a transport whose answers all come on one stream: that stream sent too much
 */
export function createServerFetch(onBroken?: (error: Error) => void): FetchLike {
  return async (input, init) => {
    const url = new URL(input);
    if (url.username || url.password) throw new RefusedAddressError(platformTexts.addressWithPassword);
    if (!isTrustedOrigin(url.href)) {
      if (isPrivateHost(url.hostname)) throw new RefusedAddressError(texts.privateAddress(url.origin));
      if (url.protocol !== 'https:') throw new RefusedAddressError(texts.plainHttp);
    }
    const request = inFlight.getStore();
    const isSentOnce = init?.method === 'POST' && !request?.isRepeatable;
    const response = await guardedFetch(url, init, { isSentOnce });
    const isShared = init?.method !== 'POST' && onBroken !== undefined;
    const most = isShared ? LIMITS.messageBytes : (request?.mostBytes ?? LIMITS.messageBytes);
    return capBody(response, most, isShared ? onBroken : (error) => request?.fail(error));
  };
}
