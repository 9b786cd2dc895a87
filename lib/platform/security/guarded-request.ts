import 'server-only';
import dns, { type LookupAddress } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { texts } from '@/lib/platform/texts';
import { baseUrlProblem } from './base-url-problem';
import { decodeReply, type GuardedResponse } from './decode-reply';
import { isPrivateAddress } from './is-private-address';
import { RefusedAddressError } from './refused-address-error';
import { isTrustedOrigin } from './trusted-origins';

export interface GuardedRequest {
  url: string;
  method: 'GET' | 'POST' | 'DELETE';
  headers: Record<string, string>;
  body?: string;
  signal: AbortSignal;
  /** A private origin that the owner trusts for this very request, besides those of the instance. */
  trustedOrigin?: string | null | undefined;
  /** Never a second time, not even where a kept connection was closed just as it was used: what is asked for may have been done. */
  isSentOnce?: boolean;
}

export type { GuardedResponse };

interface Agents {
  http: http.Agent;
  https: https.Agent;
}

const KEEP_ALIVE_MS = 4000;

const holder = globalThis as typeof globalThis & { massgenHttpAgents?: { open: Agents; guarded: Agents } };

/**
 * One request to a server that somebody has named: a model's or an MCP server. A private address is reached only at a trusted origin:
 * the address is checked by the very look-up whose result the socket connects to. Redirects are never followed.
 * Rejects with RefusedAddressError, with the signal's reason, or with the socket's error.
 */
export function guardedRequest(request: GuardedRequest): Promise<GuardedResponse> {
  const url = new URL(request.url);
  const { trustedOrigin = null } = request;
  const trusted = isTrustedOrigin(request.url) || url.origin === trustedOrigin;
  const problem = baseUrlProblem(url.origin, trustedOrigin);
  if (problem) return Promise.reject(new RefusedAddressError(problem));
  return send(url, request, httpAgents()[trusted ? 'open' : 'guarded']);
}

function send(url: URL, request: GuardedRequest, agents: Agents, isRepeat = false): Promise<GuardedResponse> {
  const secure = url.protocol === 'https:';
  return new Promise((resolve, reject) => {
    request.signal.throwIfAborted();
    const outgoing = (secure ? https : http).request(url, {
      method: request.method,
      headers: { ...request.headers, 'accept-encoding': 'identity' },
      agent: secure ? agents.https : agents.http,
      signal: request.signal,
    });
    outgoing.setNoDelay(true);
    outgoing.once('response', (response) => resolve(decodeReply(response)));
    outgoing.once('error', (error: NodeJS.ErrnoException) => {
      if (request.signal.aborted) reject(request.signal.reason);
      // The server closed a kept connection just as it was used again: nothing was answered, and nothing is wrong with it.
      else if (outgoing.reusedSocket && error.code === 'ECONNRESET' && !isRepeat && !request.isSentOnce)
        resolve(send(url, request, agents, true));
      else reject(error);
    });
    outgoing.end(request.body);
  });
}

function httpAgents(): { open: Agents; guarded: Agents } {
  holder.massgenHttpAgents ??= { open: createAgents(), guarded: createAgents(publicLookup) };
  return holder.massgenHttpAgents;
}

function createAgents(lookupFunction?: LookupFunction): Agents {
  const options = { keepAlive: true, timeout: KEEP_ALIVE_MS, ...(lookupFunction && { lookup: lookupFunction }) };
  return { http: new http.Agent(options), https: new https.Agent(options) };
}

/** Like dns.lookup, but fails when any address of the name is private. */
const publicLookup: LookupFunction = (hostname, options, callback) => {
  dns.lookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    if (error) return callback(error, '', 0);
    const hidden = addresses.find(({ address }) => isIP(address) === 0 || isPrivateAddress(address));
    const first = addresses[0];
    if (hidden || !first) return callback(new RefusedAddressError(texts.leadsToPrivate(hostname)), '', 0);
    if (options.all) return callback(null, addresses);
    callback(null, first.address, first.family);
  });
};
