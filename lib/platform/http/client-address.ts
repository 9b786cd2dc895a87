import 'server-only';
import { isLocalNetwork } from './address-kind';
import { peerOf } from './peer';

/**
 * The address of who makes the request, for limits. What a proxy says is believed only when the proxy is in the local network,
 * and only its own entry: everything before it in `x-forwarded-for` may have been written by the client.
 */
export function clientAddress(headers: Headers): string {
  const peer = peerOf(headers);
  if (!peer) return 'unknown';
  if (peer.direct || !isLocalNetwork(peer.address)) return peer.address;
  return headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || peer.address;
}
