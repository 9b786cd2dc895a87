import 'server-only';
import { randomUUID } from 'node:crypto';
import { guardedRequest } from '@/lib/security/guarded-request';
import type { AgentBackend, AgentCall, AgentEvent } from '../backend';
import { BackendError } from '../backend-error';
import { callHeaders } from '../http/call-headers';
import { checkModelsEndpoint } from '../http/check-models-endpoint';
import { createSseParser } from '../http/create-sse-parser';
import { errorFromCause } from '../http/error-from-cause';
import { errorFromResponse } from '../http/error-from-response';
import { readBody } from '../http/read-body';
import { modelFacts } from '../model-catalogue';
import { buildChatBody } from './build-chat-body';
import { createChunkReader } from './create-chunk-reader';
import { readWholeReply } from './read-whole-reply';

interface Options {
  type: string;
  label: string;
  price: AgentBackend['price'];
  /** What to do when there is no base URL. */
  notConfigured: string;
}

/** A backend for servers that speak the chat completions format. */
export function createOpenAiCompatibleBackend({ type, label, price, notConfigured }: Options): AgentBackend {
  return {
    type,
    label,
    simulation: false,
    capabilities(model) {
      const { tools, contextWindow } = modelFacts(model);
      return { tools, images: false, files: false, reasoning: true, contextWindow, stateful: false };
    },
    call: streamChat,
    health: ({ apiKey, baseUrl }, signal) =>
      checkModelsEndpoint({ type, baseUrl, headers: bearer(apiKey), notConfigured, signal }),
    price,
  };
}

/**
 * The AI SDK writes the request; its reply is read here. Its own stream of web transforms costs about 95 µs of CPU more
 * per token than this loop does, most of the budget of a token.
 */
async function* streamChat(call: AgentCall, signal: AbortSignal): AsyncGenerator<AgentEvent> {
  try {
    const response = await send(call, signal);
    if (/\bjson\b/.test(response.headers['content-type'] ?? '')) {
      yield* await readWholeReply(await readBody(response));
      return;
    }
    const parse = createSseParser();
    const reader = createChunkReader(() => `call_${randomUUID()}`);
    for await (const bytes of response as AsyncIterable<Buffer>) {
      for (const data of parse(bytes)) for (const event of reader.push(data)) yield event;
      signal.throwIfAborted();
    }
    yield* reader.end();
  } catch (cause) {
    throw errorFromCause(cause, signal);
  }
}

async function send(call: AgentCall, signal: AbortSignal) {
  const { apiKey, baseUrl } = call.credentials;
  if (!baseUrl) throw new BackendError('bad_request', 'This agent has no base URL.');
  const url = `${baseUrl.replace(/\/+$/, '')}/chat/completions`;
  const response = await guardedRequest({
    url,
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      ...bearer(apiKey),
      ...callHeaders(url, call.callId),
    },
    body: await buildChatBody(call),
    signal,
  });
  const status = response.statusCode ?? 0;
  if (status < 200 || status >= 300) {
    throw errorFromResponse({
      status,
      retryAfter: response.headers['retry-after'] ?? null,
      body: await readBody(response),
    });
  }
  return response;
}

function bearer(apiKey: string | null): Record<string, string> {
  return apiKey ? { authorization: `Bearer ${apiKey}` } : {};
}
