import 'server-only';
import { randomBytes } from 'node:crypto';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

const HEADER = 'x-massgen-peer';
const FORWARDING = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/** Known to this process only, so that no client can write the header itself. */
const holder = globalThis as { massgenPeerProof?: string };

export interface Peer {
  /** Of the socket: the browser's, or that of the proxy before this server. */
  address: string;
  /** Whether no proxy has said that it passed the request on. */
  direct: boolean;
}

/**
 * Makes each request carry the address of its socket, which Next does not tell to handlers; its `x-forwarded-for` may come
 * from anybody. To be called once at start, before the first request.
 */
export function notePeers(): void {
  if (holder.massgenPeerProof) return;
  const proof = randomBytes(16).toString('hex');
  holder.massgenPeerProof = proof;
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage };
    const direct = FORWARDING.every((name) => request.headers[name] === undefined);
    request.headers[HEADER] = [proof, direct ? 'direct' : 'forwarded', request.socket.remoteAddress ?? ''].join(' ');
  });
}

/** The peer of a request; null when it is not known. */
export function peerOf(headers: Headers): Peer | null {
  const [proof, way, address] = (headers.get(HEADER) ?? '').split(' ');
  if (!address || !holder.massgenPeerProof || proof !== holder.massgenPeerProof) return null;
  return { address, direct: way === 'direct' };
}
