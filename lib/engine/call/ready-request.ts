import { renderingOf } from '@/lib/protocol/fit/rendering';
import { requestTokens, tokenBounds } from '@/lib/protocol/fit/request-tokens';
import { shortReferences } from '@/lib/protocol/fit/short-references';
import { buildRequest } from '@/lib/protocol/prompt/build-request';
import { fillReferences, type References } from '@/lib/protocol/prompt/fill-references';
import type { ActiveCall, CallHost, ReadyRequest } from './active-call';

/**
 * The call's next request, rendered as the log says. It is measured before it is sent, and nearly always nothing has happened between the two:
 * so it is rendered once.
 */
export function readyRequest(host: CallHost, call: ActiveCall, references: References): ReadyRequest {
  const { state } = host;
  if (call.ready?.state === state && call.ready.references === references) return call.ready;
  const rendering = renderingOf(state, call.slot);
  const request = buildRequest(state, call.slot, host.history, rendering, call.tools?.offered);
  const messages = fillReferences(request.messages, shortReferences(references, rendering));
  let tokens: number | null = null;
  call.ready = {
    state,
    references,
    request,
    messages,
    bounds: tokenBounds(messages, request.tools),
    get tokens() {
      tokens ??= requestTokens(messages, request.tools);
      return tokens;
    },
  };
  return call.ready;
}
