import 'server-only';
import { AppError } from '@/lib/platform/errors/app-error';
import { texts } from '@/lib/platform/texts';
import { errorResponse } from './error-response';
import { METHOD_AS_SENT } from './tell-odd-methods';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;

type Method = (typeof METHODS)[number];
type Handler = (request: Request) => Promise<Response>;

/**
 * Handlers for the methods that a route does not have, given those that it has: 405 with `Allow`, in the API's shape. OPTIONS says
 * what is allowed, and HEAD is part of GET. A route without any method is an address at which there is nothing: 404.
 */
export function otherMethods(...own: Exclude<Method, 'HEAD' | 'OPTIONS'>[]): Record<Method, Handler> {
  const allow = METHODS.filter((method) =>
    own.some((name) => name === method || (name === 'GET' && method === 'HEAD')),
  );
  allow.push('OPTIONS');
  const refuse: Handler = async (request) => {
    if (own.length === 0) return errorResponse(new AppError('not_found', texts.nothingHere), request);
    const name = request.headers.get(METHOD_AS_SENT) ?? request.method;
    if (name === 'OPTIONS') return new Response(null, { status: 204, headers: { allow: allow.join(', ') } });
    const message = texts.otherMethod(name.slice(0, MAX_NAME));
    const hint = texts.methods(allow);
    const response = errorResponse(new AppError('method_not_allowed', message, { hint }), request);
    response.headers.set('allow', allow.join(', '));
    return response;
  };
  return Object.fromEntries(METHODS.map((method) => [method, refuse])) as Record<Method, Handler>;
}

/** Of a method, in a message. */
const MAX_NAME = 20;
