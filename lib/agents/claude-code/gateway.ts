import 'server-only';
import { randomBytes, timingSafeEqual } from 'node:crypto';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { logger } from '@/lib/platform/observability/logger';
import { RefusedAddressError } from '@/lib/platform/security/refused-address-error';
import { forwardRequest, type Upstream } from './forward-request';

const TOKEN_BYTES = 32;
const MAX_BODY_BYTES = 64_000_000;

/** One process's way to its provider. */
export interface GatewaySession {
  baseUrl: string;
  /** Stands where the key would; worth nothing outside of this machine, nor while the session is closed. */
  token: string;
  /** Opens the session for one step. */
  open(upstream: Upstream): void;
  shut(): void;
  /** Nothing of it is valid any more. */
  remove(): void;
}

interface OpenedSession {
  token: Buffer;
  upstream: Upstream | null;
}

/** Next bundles routes and instrumentation separately: there must be one gateway, not one a bundle. */
const holder = globalThis as { massgenGateway?: Promise<{ sessions: Set<OpenedSession>; baseUrl: string }> };

/**
 * A server on loopback, apart from the app's own, that forwards the model requests of child processes and puts the real key on. It
 * listens only while this process lives, and only to who holds a token.
 */
export async function makeGatewaySession(): Promise<GatewaySession> {
  holder.massgenGateway ??= startGateway();
  const { sessions, baseUrl } = await holder.massgenGateway;
  const token = randomBytes(TOKEN_BYTES).toString('hex');
  const session: OpenedSession = { token: Buffer.from(token), upstream: null };
  sessions.add(session);
  return {
    baseUrl,
    token,
    open: (upstream) => {
      session.upstream = upstream;
    },
    shut: () => {
      session.upstream = null;
    },
    remove: () => void sessions.delete(session),
  };
}

async function startGateway(): Promise<{ sessions: Set<OpenedSession>; baseUrl: string }> {
  const sessions = new Set<OpenedSession>();
  const server = http.createServer((request, response) => {
    answer(request, response, sessions).catch((error: unknown) => {
      if (error instanceof RefusedAddressError) return refuse(response, 403, 'permission_error', error.message);
      logger.warn({ error }, 'the gateway could not forward a model request');
      refuse(response, 502, 'api_error', 'The provider cannot be reached.');
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  // It must not keep the process alive.
  server.unref();
  return { sessions, baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

async function answer(request: IncomingMessage, response: ServerResponse, sessions: Set<OpenedSession>): Promise<void> {
  const path = (request.url ?? '').split('?')[0];
  if (request.method === 'HEAD') return void response.writeHead(200).end();
  const upstream = sessionOf(request, sessions)?.upstream;
  if (!upstream) return refuse(response, 401, 'authentication_error', 'This token is not valid now.');
  if (request.method !== 'POST' || path !== '/v1/messages')
    return refuse(response, 404, 'not_found_error', 'The gateway forwards model requests only.');
  const body = await readBody(request);
  if (body === null)
    return refuse(response, 413, 'request_too_large', `The request is larger than ${MAX_BODY_BYTES / 1e6} MB.`);
  await forwardRequest(upstream, request, body, response);
}

function sessionOf(request: IncomingMessage, sessions: Set<OpenedSession>): OpenedSession | undefined {
  const given = request.headers['x-api-key'] ?? request.headers.authorization?.replace(/^Bearer /, '');
  const token = Buffer.from(typeof given === 'string' ? given : '');
  return [...sessions].find(
    (session) => session.token.length === token.length && timingSafeEqual(session.token, token),
  );
}

function refuse(response: ServerResponse, status: number, type: string, message: string): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ type: 'error', error: { type, message } }));
}

async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += (chunk as Buffer).length;
    if (bytes > MAX_BODY_BYTES) return null;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}
