import 'server-only';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { guardedRequest } from '@/lib/security/guarded-request';
import type { AgentBackend, AgentCall, AgentEvent } from '../backend';
import { BackendError } from '../backend-error';
import { modelFacts } from '../catalogue/model-facts';
import { EventQueue } from '../event-queue';
import { callHeaders } from '../http/call-headers';
import { checkModelsEndpoint } from '../http/check-models-endpoint';
import { createSseParser } from '../http/create-sse-parser';
import { errorFromCause } from '../http/error-from-cause';
import { errorFromResponse } from '../http/error-from-response';
import { readBody } from '../http/read-body';
import { readBytes } from '../http/read-bytes';
import { buildChatBody, type ChatDialect } from './build-chat-body';
import { createChunkReader } from './create-chunk-reader';
import { readWholeReply } from './read-whole-reply';

interface Options {
  type: string;
  label: string;
  price: AgentBackend['price'];
  /** What to do when there is no base URL, or no key where one is needed. */
  notConfigured: string;
  needsKey?: boolean;
  /** False = the provider documents no list of its models. */
  listsModels?: boolean;
  dialect?: ChatDialect;
}

const STANDARD: ChatDialect = { demandsTools: true, fields: () => ({}) };

/** A backend for servers that speak the chat completions format. */
export function createOpenAiCompatibleBackend(options: Options): AgentBackend {
  const { type, label, price, notConfigured, needsKey = false, listsModels = true, dialect = STANDARD } = options;
  return {
    type,
    label,
    simulation: false,
    capabilities: (model) => ({ ...modelFacts(model, type), stateful: false }),
    call(call, signal) {
      if (needsKey && !call.credentials.apiKey)
        throw new BackendError('auth', `There is no ${label} key for this agent.`);
      return streamChat(call, signal, dialect);
    },
    health: ({ apiKey, baseUrl }, signal) =>
      checkModelsEndpoint({
        type,
        baseUrl: needsKey && !apiKey ? null : baseUrl,
        headers: bearer(apiKey),
        notConfigured,
        signal,
        hasList: listsModels,
      }),
    price,
  };
}

/**
 * The AI SDK writes the request; its reply is read here. Its own stream of web transforms costs about 95 µs of CPU more
 * per token than this queue does, most of the budget of a token.
 */
function streamChat(call: AgentCall, signal: AbortSignal, dialect: ChatDialect): AsyncIterable<AgentEvent> {
  const queue = new EventQueue();
  let response: IncomingMessage | undefined;
  async function fill() {
    response = await send(call, signal, dialect);
    await readReply(response, queue);
  }
  fill().catch((cause) => queue.fail(errorFromCause(cause, signal)));
  return queue.read(signal, () => response?.destroy());
}

async function readReply(response: IncomingMessage, queue: EventQueue): Promise<void> {
  const push = (events: AgentEvent[]) => {
    for (const event of events) queue.push(event);
  };
  if (/\bjson\b/.test(response.headers['content-type'] ?? '')) {
    push(await readWholeReply(await readBody(response)));
    return;
  }
  const parse = createSseParser();
  const reader = createChunkReader(() => `call_${randomUUID()}`);
  await readBytes(response, (bytes) => {
    for (const data of parse(bytes)) push(reader.push(data));
    if (!queue.isFull) return;
    response.pause();
    queue.whenEmpty(() => response.resume());
  });
  push(reader.end());
}

async function send(call: AgentCall, signal: AbortSignal, dialect: ChatDialect) {
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
    body: await buildChatBody(call, dialect),
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
