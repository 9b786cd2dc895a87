import 'server-only';
import { env } from '@/lib/config/env';
import { logger } from '@/lib/observability/logger';

const NOBODY = '00000000-0000-4000-8000-000000000000';

/** What somebody who asks a question, watches and stops it needs, in that order. */
const ROUTES: [method: string, path: string][] = [
  ['POST', '/api/v1/runs'],
  ['GET', `/api/v1/runs/${NOBODY}/events`],
  ['POST', `/api/v1/runs/${NOBODY}/stop`],
];

/**
 * Next reads a route's code when it is first asked for, which takes up to a tenth of a second each; the first person after a start would wait for
 * that, and for a stop least gladly. So the server asks itself, as nobody (401), one after the other.
 */
export async function warmRoutes(): Promise<void> {
  const { HOST, PORT } = env();
  if (!PORT) return;
  const host = !HOST || HOST === '0.0.0.0' || HOST === '::' ? '127.0.0.1' : HOST;
  const origin = `http://${host.includes(':') ? `[${host}]` : host}:${PORT}`;
  for (const [method, path] of ROUTES) {
    try {
      const answer = await fetch(`${origin}${path}`, { method });
      await answer.body?.cancel();
    } catch (error) {
      logger.debug({ error, path }, 'A route could not be read ahead of its first use.');
    }
  }
}
