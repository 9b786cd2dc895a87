import 'server-only';
import { AppError } from '@/lib/platform/errors/app-error';
import { texts } from '@/lib/platform/texts';
import { requestOrigin } from './request-origin';

const HARMLESS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a request by which another site could act with the browser's cookie. Requests with an API key carry their own proof.
 * Browsers name the origin of every such request; a program that sends neither header is not a browser.
 */
export function requireSameOrigin(request: Request): void {
  if (HARMLESS.has(request.method) || request.headers.has('authorization')) return;
  const site = request.headers.get('sec-fetch-site');
  const origin = request.headers.get('origin');
  const foreign = site ? site !== 'same-origin' && site !== 'none' : origin !== null && !sameHost(origin, request);
  if (foreign) throw new AppError('forbidden', texts.otherSite);
}

function sameHost(origin: string, request: Request): boolean {
  return origin === requestOrigin(request.headers);
}
