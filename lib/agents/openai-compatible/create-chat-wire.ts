import 'server-only';
import { type GuardedResponse, guardedRequest } from '@/lib/platform/security/guarded-request';
import type { AgentCall, AgentEvent } from '../backend';
import { BackendError } from '../backend-error';
import type { Wire } from '../descriptor';
import { askInDialect } from '../dialect/ask-in-dialect';
import { EventQueue } from '../event-queue';
import { callHeaders } from '../http/call-headers';
import { checkModelsEndpoint } from '../http/check-models-endpoint';
import { errorFromCause } from '../http/error-from-cause';
import { errorFromResponse } from '../http/error-from-response';
import { readBody } from '../http/read-body';
import type { Places } from '../params/places';
import { askServerWindow } from '../windows/ask-server-window';
import { buildChatBody, type ChatDialect } from './build-chat-body';
import { readReply } from './read-reply';

interface Options {
  type: string;
  label: string;
  /** What to do when there is no base URL, or no key where one is needed. */
  notConfigured: string;
  needsKey?: boolean;
  /** False = the provider documents no list of its models. */
  listsModels?: boolean;
  /** Where its parameters go. */
  params: Places;
  dialect?: ChatDialect;
}

const STANDARD: ChatDialect = { demandsTools: true, fields: () => ({}) };

/** The wire of a backend for servers that speak the chat completions format. */
export function createChatWire(options: Options): Wire {
  const { type, label, params, notConfigured, needsKey = false, listsModels = true, dialect = STANDARD } = options;
  return {
    call(call, signal) {
      if (needsKey && !call.credentials.apiKey)
        throw new BackendError('auth', `There is no ${label} key for this agent.`);
      return streamChat(call, signal, { ...dialect, params });
    },
    health: ({ apiKey, baseUrl, trustedOrigin }, signal) =>
      checkModelsEndpoint({
        type,
        baseUrl: needsKey && !apiKey ? null : baseUrl,
        headers: bearer(apiKey),
        notConfigured,
        signal,
        hasList: listsModels,
        trustedOrigin,
      }),
    ...(listsModels && { askWindow: askServerWindow }),
  };
}

/**
 * The AI SDK writes the request; its reply is read here. Its own stream of web transforms costs about 95 µs of CPU more
 * per token than this queue does, most of the budget of a token.
 */
function streamChat(
  call: AgentCall,
  signal: AbortSignal,
  dialect: ChatDialect & { params: Places },
): AsyncIterable<AgentEvent> {
  const queue = new EventQueue();
  let response: GuardedResponse | undefined;
  let hasBegun = false;
  async function fill() {
    const url = endpointOf(call);
    await askInDialect({
      url,
      model: call.choice.model,
      format: 'chat',
      body: await buildChatBody(call, dialect),
      async send(body) {
        response = await post(url, body, call, signal);
        const tools = call.tools.map(({ name }) => name);
        await readReply(response, tools, queue, () => {
          hasBegun = true;
        });
      },
      onAdapted: (because) => queue.push({ type: 'adapted', because }),
      mayAskAgain: () => !hasBegun && !signal.aborted,
    });
  }
  fill().catch((cause) => queue.fail(errorFromCause(cause, signal)));
  return queue.read(signal, () => response?.destroy());
}

function endpointOf({ credentials }: AgentCall): string {
  if (!credentials.baseUrl) throw new BackendError('bad_request', 'This agent has no base URL.');
  return `${credentials.baseUrl.replace(/\/+$/, '')}/chat/completions`;
}

async function post(url: string, body: object, call: AgentCall, signal: AbortSignal): Promise<GuardedResponse> {
  const response = await guardedRequest({
    url,
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      ...bearer(call.credentials.apiKey),
      ...callHeaders(url, call.callId, call.credentials.trustedOrigin),
    },
    body: JSON.stringify(body),
    signal,
    trustedOrigin: call.credentials.trustedOrigin,
  });
  const status = response.statusCode ?? 0;
  if (status < 200 || status >= 300) {
    throw errorFromResponse({
      status,
      headers: response.headers,
      body: await readBody(response),
    });
  }
  return response;
}

function bearer(apiKey: string | null): Record<string, string> {
  return apiKey ? { authorization: `Bearer ${apiKey}` } : {};
}
