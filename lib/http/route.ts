import 'server-only';
import type { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { requireActor } from '@/lib/auth/require-actor';
import { AppError } from '@/lib/errors/app-error';
import { fieldErrors } from '@/lib/errors/field-errors';
import { cleanJson } from './clean-json';
import { errorResponse } from './error-response';
import { readBody } from './read-body';
import { requireSameOrigin } from './require-same-origin';
import { ok } from './respond';

const MAX_BODY_BYTES = 1_000_000;

interface RouteOptions<P, Q, B, A> {
  /** Of the path, for example `idParams`. A path that does not match names nothing: 404. */
  params?: z.ZodType<P>;
  /** Of the query string, its values are strings. What does not match is malformed: 400. */
  query?: z.ZodType<Q>;
  /** Of the JSON body; an absent body counts as `{}`. What is not JSON is malformed (400), what does not match is invalid (422). */
  body?: z.ZodType<B>;
  /** `none` = whoever asks; the handler's `actor` is then null. */
  auth?: A;
}

interface RouteInput<P, Q, B, A> {
  actor: A extends 'none' ? null : Actor;
  params: P;
  query: Q;
  body: B;
  request: Request;
}

type Handler = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;

/**
 * A Next route handler from its schemas and one function, which returns a response or an object (answered as JSON with 200).
 * Whatever it throws is answered as `{"error": {code, message, hint?, fields?}}`.
 */
export function route<P = unknown, Q = unknown, B = unknown, A extends 'actor' | 'none' = 'actor'>(
  options: RouteOptions<P, Q, B, A>,
  handle: (input: RouteInput<P, Q, B, A>) => Promise<Response | object>,
): Handler {
  return async (request, context) => {
    try {
      requireSameOrigin(request);
      const actor = options.auth === 'none' ? null : await requireActor(request);
      const result = await handle({
        actor: actor as RouteInput<P, Q, B, A>['actor'],
        params: parseParams(options.params, await context.params),
        query: parseQuery(options.query, request),
        body: await parseBody(options.body, request),
        request,
      });
      return result instanceof Response ? result : ok(result);
    } catch (error) {
      return errorResponse(error, request);
    }
  };
}

function parseParams<P>(schema: z.ZodType<P> | undefined, params: unknown): P {
  if (!schema) return undefined as P;
  const parsed = schema.safeParse(params);
  if (!parsed.success) throw new AppError('not_found', 'There is nothing at this address.');
  return parsed.data;
}

function parseQuery<Q>(schema: z.ZodType<Q> | undefined, request: Request): Q {
  if (!schema) return undefined as Q;
  const parsed = schema.safeParse(cleanJson(Object.fromEntries(new URL(request.url).searchParams)));
  if (!parsed.success) {
    throw new AppError('malformed', 'The query string is not valid.', { fields: fieldErrors(parsed.error) });
  }
  return parsed.data;
}

async function parseBody<B>(schema: z.ZodType<B> | undefined, request: Request): Promise<B> {
  if (!schema) return undefined as B;
  const parsed = schema.safeParse(cleanJson(parseJson(await readBody(request, MAX_BODY_BYTES))));
  if (!parsed.success) throw new AppError('invalid', 'The input is not valid.', { fields: fieldErrors(parsed.error) });
  return parsed.data;
}

function parseJson(text: string): unknown {
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AppError('malformed', 'The body is not valid JSON.', { cause: error });
  }
}
