import type { Credentials } from '@/lib/agents/backend';
import { isFresh } from '@/lib/protocol/decision/fresh-calls';
import type { Condensation } from '@/lib/protocol/fit/condensation';
import { condensedTokens } from '@/lib/protocol/fit/plan-condensation';
import type { References } from '@/lib/protocol/prompt/fill-references';
import type { TeamAgent } from '@/lib/protocol/team';
import { slotOf } from '@/lib/protocol/update-slot';
import type { ActiveCall, CallHost, ReadyRequest } from '../call/active-call';
import { readyRequest } from '../call/ready-request';
import { mostTokenFactor, tokenFactor } from '../call/request-tokens';
import { condenseRequest } from './condense-request';
import type { ModelWindow } from './model-windows';
import { replyRoom } from './reply-room';

/** A request of so many tokens fits into any window: nobody is asked for it. */
const SMALL_TOKENS = 2_500;

type Measured = Pick<ReadyRequest, 'tokens' | 'bounds'>;

/**
 * Sees to it that the call's next request fits into its model's window: what has to be condensed is in the log before the request is rendered.
 * Throws `context_too_long` when what must stand whole does not fit. Returns true when something else may have happened meanwhile.
 * @param mostTokens as estimated, of a request that comes after a refused one
 */
export async function fitRequest(
  host: CallHost,
  call: ActiveCall,
  agent: TeamAgent,
  credentials: Credentials,
  references: References,
  mostTokens = Number.POSITIVE_INFINITY,
): Promise<boolean> {
  const { slot } = call;
  const { backend } = agent;
  const present = slotOf(host.state, slot)?.call?.condensed;
  const input = { state: host.state, slot, history: host.history, references, offered: call.tools?.offered };
  const request = present ? condensedRequest(input, present) : readyRequest(host, call, references);
  const small = Math.min(SMALL_TOKENS, mostTokens);
  if (request.bounds.most <= small) return false;
  const isStateful = host.deps.backendFor(backend.type).capabilities(backend.model).stateful;
  const known = host.deps.windows.known(backend, credentials);
  if (known && !present && !isStateful && mostTokens === Number.POSITIVE_INFINITY) {
    // By the length of its texts alone.
    if (request.bounds.most * mostTokenFactor(host, slot, backend) <= roomIn(known, backend)) return false;
  }
  if (isWithin(request, small)) return false;
  const { signal } = call.controller;
  const window = known ?? (await host.deps.windows.of(backend, credentials));
  if (signal.aborted) return true;
  const room = roomIn(window, backend);
  const budget = Math.min(mostTokens, Math.floor(room / tokenFactor(host, slot, backend)));
  const readsOn = agent.canCallTools && !isStateful && call.phase !== 'presentation' && !isFresh(call.phase);
  // A model that turned out to take no tools cannot be told to use one.
  const isRight = !present || (present.readMore !== null) === readsOn;
  if (!isStateful && isRight && isWithin(request, budget)) return known === null;
  await condenseRequest(host, call, { agent, window, present, budget, readsOn, isStateful, input });
  return true;
}

/** As it is condensed already. */
function condensedRequest(input: Parameters<typeof condensedTokens>[0], present: Condensation): Measured {
  const tokens = condensedTokens(input, present);
  return { tokens, bounds: { least: tokens, most: tokens } };
}

/** Tokens that a request may have, as its provider counts. */
function roomIn({ tokens }: ModelWindow, { params }: TeamAgent['backend']): number {
  return tokens - replyRoom(tokens, params);
}

/** The tokens are counted only where the bounds do not say it. */
function isWithin(request: Measured, most: number): boolean {
  return request.bounds.most <= most || (request.bounds.least <= most && request.tokens <= most);
}
