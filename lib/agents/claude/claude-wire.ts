import 'server-only';
import Anthropic, { APIError } from '@anthropic-ai/sdk';
import { guardedFetch } from '@/lib/platform/security/guarded-fetch';
import type { AgentCall, AgentEvent } from '../backend';
import { BackendError } from '../backend-error';
import type { ModelFacts, Wire } from '../descriptor';
import { askInDialect } from '../dialect/ask-in-dialect';
import { callHeaders } from '../http/call-headers';
import { checkModelsEndpoint } from '../http/check-models-endpoint';
import { errorFromCause } from '../http/error-from-cause';
import { errorFromResponse } from '../http/error-from-response';
import { checkLength } from './check-length';
import { readMessage } from './read-message';
import { toClaudeRequest } from './to-claude-request';

const API_VERSION = '2023-06-01';
/** The engine bounds time itself; the SDK's own limit must not end a call earlier. */
const NO_TIMEOUT_MS = 2_147_483_647;

/** Anthropic's messages API, through its SDK. */
export const claudeWire: Wire = {
  call: streamMessage,
  async health({ apiKey, baseUrl, trustedOrigin }, signal) {
    const notConfigured = 'Add an Anthropic key in Settings → Models, or set ANTHROPIC_API_KEY.';
    const headers = { authorization: `Bearer ${apiKey}`, 'anthropic-version': API_VERSION };
    return checkModelsEndpoint({
      type: 'claude',
      baseUrl: apiKey && baseUrl && `${rootOf(baseUrl)}/v1`,
      headers,
      notConfigured,
      signal,
      trustedOrigin,
    });
  },
};

async function* streamMessage(
  call: AgentCall,
  signal: AbortSignal,
  { contextWindow }: ModelFacts,
): AsyncGenerator<AgentEvent> {
  const { apiKey, baseUrl, trustedOrigin } = call.credentials;
  if (!apiKey) throw new BackendError('auth', 'There is no Anthropic key for this agent.');
  if (!baseUrl) throw new BackendError('bad_request', 'This agent has no base URL.');
  const client = new Anthropic({
    apiKey,
    authToken: null,
    baseURL: rootOf(baseUrl),
    maxRetries: 0,
    timeout: NO_TIMEOUT_MS,
    logLevel: 'off',
    fetch: (input, init) => guardedFetch(input, init, { trustedOrigin }),
    defaultHeaders: callHeaders(baseUrl, call.callId, trustedOrigin),
  });
  try {
    signal.throwIfAborted();
    const request = toClaudeRequest(call);
    await checkLength(client, request, contextWindow, signal);
    const adapted: AgentEvent[] = [];
    const response = await askInDialect({
      url: client.baseURL,
      model: call.choice.model,
      format: 'messages',
      body: { ...request },
      async send(body) {
        try {
          // The SDK's reader of streams knows frames by their names only, and waits for the connection's end.
          return await client.messages.create(body as unknown as typeof request, { signal }).asResponse();
        } catch (cause) {
          throw toBackendError(cause, signal);
        }
      },
      onAdapted: (because) => adapted.push({ type: 'adapted', because }),
    });
    yield* adapted;
    yield* readMessage(response.body ?? new Blob().stream(), signal);
  } catch (cause) {
    throw toBackendError(cause, signal);
  }
}

function toBackendError(cause: unknown, signal: AbortSignal): unknown {
  if (signal.aborted) return signal.reason;
  if (cause instanceof BackendError) return cause;
  if (!(cause instanceof APIError) || cause.status === undefined) return errorFromCause(cause, signal);
  const body = typeof cause.error === 'string' ? cause.error : JSON.stringify(cause.error ?? cause.message);
  return errorFromResponse({
    status: cause.status,
    headers: Object.fromEntries(cause.headers ?? []),
    body,
  });
}

/** The SDK adds `/v1` itself. */
function rootOf(baseUrl: string): string {
  return baseUrl.replace(/\/+$/, '').replace(/\/v1$/, '');
}
