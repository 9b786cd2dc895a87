import 'server-only';
import { guardedFetch } from '@/lib/security/guarded-fetch';
import type { AgentCall } from '../backend';
import { callHeaders } from '../http/call-headers';
import { errorFromResponse } from '../http/error-from-response';
import { mergeParams } from '../params/merge-params';

/**
 * The `fetch` of the AI SDK's providers: guarded, with the call's id, and with `fields` and the agent's params in the body that the
 * SDK has written. A refusal is thrown as BackendError, since the SDK does not read every provider's Retry-After.
 */
export function modelFetch({ choice, callId }: AgentCall, fields: Record<string, unknown>): typeof fetch {
  return async (input, init = {}) => {
    const url = String(input);
    const body = typeof init.body === 'string' ? mergeParams(JSON.parse(init.body), fields, choice) : undefined;
    const response = await guardedFetch(url, {
      method: 'POST',
      headers: { ...Object.fromEntries(new Headers(init.headers)), ...callHeaders(url, callId) },
      ...(body && { body: JSON.stringify(body) }),
      ...(init.signal && { signal: init.signal }),
    });
    if (response.ok) return response;
    throw errorFromResponse({
      status: response.status,
      retryAfter: response.headers.get('retry-after'),
      body: await response.text(),
    });
  };
}
