import 'server-only';
import { guardedFetch } from '@/lib/platform/security/guarded-fetch';
import type { AgentCall } from '../backend';
import { askInDialect } from '../dialect/ask-in-dialect';
import { callHeaders } from '../http/call-headers';
import { errorFromResponse } from '../http/error-from-response';
import { mergeParams } from '../params/merge-params';
import type { Places } from '../params/places';
import { asStream } from './as-stream';

interface Options {
  /** What stands in every request besides what the SDK writes. */
  fields: Record<string, unknown>;
  /** Where the agent's params go. */
  params: Places;
  onAdapted(because: string): void;
}

/**
 * The `fetch` of the AI SDK's providers: guarded, with the call's id, with `fields` and the agent's params in the body that the SDK has
 * written, and in the dialect of its server. A refusal is thrown as BackendError, since the SDK does not read every provider's
 * Retry-After.
 */
export function modelFetch(
  { choice, callId, credentials }: AgentCall,
  { fields, params, onAdapted }: Options,
): typeof fetch {
  return (input, init = {}) => {
    const url = String(input);
    const body = mergeParams(JSON.parse(String(init.body)), fields, choice.params, params);
    const headers = {
      ...Object.fromEntries(new Headers(init.headers)),
      ...callHeaders(url, callId, credentials.trustedOrigin),
    };
    return askInDialect({
      url,
      model: choice.model,
      format: 'contents' in body ? 'gemini' : 'responses',
      body,
      async send(adapted) {
        const signal = init.signal ? { signal: init.signal } : {};
        const request = { method: 'POST', headers, body: JSON.stringify(adapted), ...signal };
        const response = await guardedFetch(url, request, { trustedOrigin: credentials.trustedOrigin });
        if (response.ok) return asStream(response);
        throw errorFromResponse({
          status: response.status,
          headers: Object.fromEntries(response.headers),
          body: await response.text(),
        });
      },
      onAdapted,
    });
  };
}
