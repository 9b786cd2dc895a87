import 'server-only';
import { isLoopback } from './address-kind';
import { peerOf } from './peer';

/**
 * Whether the request was made on this machine, to this machine by name, without a proxy between. The name counts because a
 * foreign site's name can be made to lead to 127.0.0.1 (DNS rebinding).
 */
export function isFromThisMachine(headers: Headers): boolean {
  const peer = peerOf(headers);
  return peer?.direct === true && isLoopback(peer.address) && namesThisMachine(headers.get('host') ?? '');
}

function namesThisMachine(host: string): boolean {
  if (!URL.canParse(`http://${host}`)) return false;
  const { hostname } = new URL(`http://${host}`);
  const bare = hostname.replace(/^\[|\]$/g, '');
  return bare === 'localhost' || bare.endsWith('.localhost') || isLoopbackLiteral(bare);
}

function isLoopbackLiteral(name: string): boolean {
  return /^[\d.]+$|:/.test(name) && isLoopback(name);
}
