import 'server-only';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type GuardedResponse, guardedRequest } from '@/lib/platform/security/guarded-request';
import type { AgentUsage } from '../backend';
import type { BackendError } from '../backend-error';
import { callHeaders } from '../http/call-headers';
import { errorFromCause } from '../http/error-from-cause';
import { errorFromResponse } from '../http/error-from-response';
import { createUsageMeter } from './usage-meter';

/** Where the requests of one step go and who learns what becomes of them. */
export interface Upstream {
  callId: string;
  /** Without `/v1`. */
  baseUrl: string;
  trustedOrigin: string | null;
  authorization: Record<string, string>;
  onUsage(usage: AgentUsage): void;
  /** A request has failed; `null` = one has succeeded since. */
  onError(error: BackendError | null): void;
}

const FORWARDED = ['anthropic-version', 'anthropic-beta', 'content-type', 'accept', 'user-agent'];
const RETURNED = ['content-type', 'retry-after', 'request-id', 'anthropic-ratelimit-requests-reset'];
const MAX_ERROR_CHARACTERS = 20_000;

/** Passes one model request on with the real key, its answer back as it comes, and counts what it used. */
export async function forwardRequest(
  upstream: Upstream,
  request: IncomingMessage,
  body: string,
  response: ServerResponse,
): Promise<void> {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const url = `${upstream.baseUrl}/v1/messages`;
  const headers = {
    ...pick(request, FORWARDED),
    ...upstream.authorization,
    ...callHeaders(url, upstream.callId, upstream.trustedOrigin),
  };
  let answer: GuardedResponse;
  try {
    answer = await guardedRequest({
      url,
      method: 'POST',
      headers,
      body,
      signal: gone.signal,
      trustedOrigin: upstream.trustedOrigin,
    });
  } catch (cause) {
    const error = errorFromCause(cause, gone.signal);
    if (!gone.signal.aborted) upstream.onError(error as BackendError);
    throw cause;
  }
  const status = answer.statusCode ?? 502;
  response.writeHead(status, pick(answer, RETURNED));
  response.flushHeaders();
  if (status >= 300) return passError(upstream, answer, response);
  upstream.onError(null);
  const meter = createUsageMeter(upstream.onUsage);
  answer.on('error', () => response.destroy());
  for await (const chunk of answer) {
    meter.push(chunk as Buffer);
    response.write(chunk);
  }
  meter.end();
  response.end();
}

async function passError(upstream: Upstream, answer: GuardedResponse, response: ServerResponse): Promise<void> {
  let body = '';
  for await (const chunk of answer) {
    if (body.length < MAX_ERROR_CHARACTERS) body += String(chunk);
    response.write(chunk);
  }
  upstream.onError(errorFromResponse({ status: answer.statusCode ?? 502, headers: answer.headers, body }));
  response.end();
}

function pick({ headers }: Pick<IncomingMessage, 'headers'>, names: string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => (headers[name] === undefined ? [] : [[name, String(headers[name])]])),
  );
}
