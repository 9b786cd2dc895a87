import 'server-only';
import { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { AppError } from '@/lib/platform/errors/app-error';
import { errorResponse } from '@/lib/platform/http/error-response';
import { readBody } from '@/lib/platform/http/read-body';
import { texts } from '@/lib/platform/texts';
import { type AuthOutcome, authOptions } from './auth-options';

interface Context {
  params: Promise<{ nextauth: string[] }>;
}

/** What next-auth answers; anything else it would answer as text. */
const ACTIONS: Record<string, RegExp> = {
  GET: /^(providers|session|csrf|signin|signout|error|verify-request|signin\/[^/]+|callback\/[^/]+)$/,
  POST: /^(signin\/[^/]+|signout|callback\/[^/]+|session|_log)$/,
};

const MAX_BODY_BYTES = 100_000;

/** next-auth's endpoints under `/api/auth`. Too many attempts to sign in answer 429 with `Retry-After`. */
export async function handleAuth(request: NextRequest, context: Context): Promise<Response> {
  // Without it next-auth takes every server for http://localhost:3000. `NEXTAUTH_URL`, when set, still wins.
  process.env.AUTH_TRUST_HOST ||= 'true';
  try {
    const { nextauth } = await context.params;
    return await answer(await checked(request, nextauth.join('/')), context);
  } catch (error) {
    return errorResponse(error, request);
  }
}

async function answer(request: NextRequest, context: Context): Promise<Response> {
  const outcome: AuthOutcome = { retryAfterSeconds: null };
  const response: Response = await NextAuth(request, context, await authOptions(request.headers, outcome));
  if (outcome.retryAfterSeconds === null || response.status !== 401) return response;
  const limited = new Response(response.body, { status: 429, headers: response.headers });
  limited.headers.set('retry-after', String(outcome.retryAfterSeconds));
  return limited;
}

/** The request, unless it is one that next-auth would answer with 500. */
async function checked(request: NextRequest, path: string): Promise<NextRequest> {
  const isAction = ACTIONS[request.method === 'POST' ? 'POST' : 'GET']?.test(path);
  const isSignInByLink = request.method !== 'POST' && path === 'callback/credentials';
  if (!isAction || isSignInByLink) throw new AppError('not_found', texts.nothingHere);
  if (request.method !== 'POST') return request;
  const body = await readBody(request, MAX_BODY_BYTES);
  if (request.headers.get('content-type')?.includes('application/json')) requireJsonObject(body);
  return new NextRequest(request.url, { method: 'POST', headers: request.headers, body });
}

function requireJsonObject(text: string): void {
  const malformed = (cause?: unknown) => new AppError('malformed', texts.noJsonObject, { cause });
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return;
  } catch (error) {
    throw malformed(error);
  }
  throw malformed();
}
