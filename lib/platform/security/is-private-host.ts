import { isIP } from 'node:net';
import { isPrivateAddress } from './is-private-address';

/** True for the host of a URL that can only be on this machine or in its network: a private address, or a name of no public kind. */
export function isPrivateHost(hostname: string): boolean {
  const host = hostname
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase();
  if (isIP(host)) return isPrivateAddress(host);
  return !host.includes('.') || /\.(?:localhost|local|internal|lan|home\.arpa)$/.test(host);
}
