import 'server-only';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

/**
 * Makes a path that is no valid percent-encoding name nothing, answered 404: Next would answer it 500.
 * To be called once at start, before the first request.
 */
export function escapeUndecodablePaths(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage };
    const [path = '', ...query] = (request.url ?? '').split('?');
    if (path.includes('%') && !isDecodable(path)) request.url = [path.replaceAll('%', '%25'), ...query].join('?');
  });
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
}
