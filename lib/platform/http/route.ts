import 'server-only';
import type { z } from 'zod';
import type { Permission } from '@/db/permissions/permissions';
import type { Actor } from '@/lib/platform/auth/actor';
import { requireActor } from '@/lib/platform/auth/require-actor';
import { AppError, type ErrorCode } from '@/lib/platform/errors/app-error';
import { fieldErrors } from '@/lib/platform/errors/field-errors';
import { neededBy, refuseKey } from '@/lib/platform/permissions/refuse-key';
import { texts } from '@/lib/platform/texts';
import type { Answer } from './answer';
import { cleanJson } from './clean-json';
import { errorResponse } from './error-response';
import { readBody } from './read-body';
import { requireSameOrigin } from './require-same-origin';
import { ok } from './respond';
import { signInFirst } from './sign-in-first';
import { suggestKeys } from './suggest-keys';

const MAX_BODY_BYTES = 1_000_000;

/** What the API's document says of a route. */
interface Description {
  /** What it does, in one sentence. */
  about: string;
  /** When all is well. */
  answer: Answer;
  /** A body that is no JSON of a schema: its media types, and what it is. */
  rawBody?: { media: string[]; about: string };
}

interface RouteOptions<P, Q, B, A> extends Description {
  /**
   * Throws what somebody without access to the thing is answered. Asked only when there is a fault in the input, so that the use case,
   * which has to refuse them anyway, needs no second query: who may not know of a thing does not learn what a request to it looks like.
   */
  access?: (input: Pick<RouteInput<P, Q, B, A>, 'actor' | 'params' | 'request'>) => unknown;
  /**
   * What of the permission table it asks for: an API key needs the scope of it. Absent = something that a reading key may for GET, a managing
   * one for everything else; a test compares it with the table of routes.
   */
  needs?: Permission;
  /** Other sites send people's browsers here: one without a session is taken to sign-in first, then back. */
  isVisited?: boolean;
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

/** Codes of errors that find fault with the input. */
const ABOUT_INPUT: ReadonlySet<string> = new Set<ErrorCode>(['malformed', 'too_large', 'invalid']);

type Handler = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;

/** A route as the API's document reads it. */
export interface DescribedRoute extends Description {
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  isPublic: boolean;
  needs?: Permission;
}

const described = new WeakMap<object, DescribedRoute>();

/** What a handler that `route` has made says of itself; `undefined` for any other. */
export function descriptionOf(handler: unknown): DescribedRoute | undefined {
  return typeof handler === 'function' ? described.get(handler) : undefined;
}

/**
 * A Next route handler from its schemas and one function, which returns a response or an object (answered as JSON with 200).
 * Whatever it throws is answered as `{"error": {code, message, hint?, fields?}}`. What is wrong is told in this order: who asks (401),
 * whether the thing is theirs (404, 403), whether the request can be read (400), whether it makes sense (422).
 */
export function route<P = unknown, Q = unknown, B = unknown, A extends 'actor' | 'none' = 'actor'>(
  options: RouteOptions<P, Q, B, A>,
  handle: (input: RouteInput<P, Q, B, A>) => Promise<Response | object>,
): Handler {
  const handler: Handler = async (request, context) => {
    try {
      requireSameOrigin(request);
      const caller = options.auth === 'none' ? null : await requireActor(request);
      if (caller) refuseKey(caller, neededBy(options.needs, request.method));
      const actor = caller as RouteInput<P, Q, B, A>['actor'];
      const params = parseParams(options.params, await context.params);
      try {
        const query = parseQuery(options.query, request);
        const body = await parseBody(options.body, request);
        return respond(request, await handle({ actor, params, query, body, request }));
      } catch (error) {
        if (error instanceof AppError && ABOUT_INPUT.has(error.code))
          await options.access?.({ actor, params, request });
        throw error;
      }
    } catch (error) {
      return (options.isVisited && signInFirst(error, request)) || errorResponse(error, request);
    }
  };
  const { about, answer, rawBody, needs, params, query, body, auth } = options;
  described.set(handler, {
    ...{ about, answer, isPublic: auth === 'none' },
    ...(rawBody && { rawBody }),
    ...(needs && { needs }),
    ...(params && { params }),
    ...(query && { query }),
    ...(body && { body }),
  });
  return handler;
}

/** HEAD is answered as GET is, without the body: one that is a stream would otherwise be read to its end. */
async function respond(request: Request, result: Response | object): Promise<Response> {
  const response = result instanceof Response ? result : ok(result);
  if (request.method !== 'HEAD') return response;
  await response.body?.cancel();
  return new Response(null, { status: response.status, headers: response.headers });
}

function parseParams<P>(schema: z.ZodType<P> | undefined, params: unknown): P {
  if (!schema) return undefined as P;
  const parsed = schema.safeParse(params);
  if (!parsed.success) throw new AppError('not_found', texts.nothingHere);
  return parsed.data;
}

function parseQuery<Q>(schema: z.ZodType<Q> | undefined, request: Request): Q {
  if (!schema) return undefined as Q;
  const parsed = schema.safeParse(cleanJson(Object.fromEntries(new URL(request.url).searchParams)));
  if (!parsed.success) {
    throw new AppError('malformed', texts.invalidQuery, { fields: fieldErrors(parsed.error) });
  }
  return parsed.data;
}

async function parseBody<B>(schema: z.ZodType<B> | undefined, request: Request): Promise<B> {
  if (!schema) return undefined as B;
  const parsed = schema.safeParse(cleanJson(parseJson(await readBody(request, MAX_BODY_BYTES))));
  if (!parsed.success)
    throw new AppError('invalid', texts.invalidInput, { fields: suggestKeys(schema, fieldErrors(parsed.error)) });
  return parsed.data;
}

function parseJson(text: string): unknown {
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AppError('malformed', texts.notJson, {
      hint: texts.notJsonHint,
      cause: error,
    });
  }
}
