import { contextHashes } from '@/lib/protocol/prompt/context-hashes';
import { fillReferences } from '@/lib/protocol/prompt/fill-references';
import { renderNews } from '@/lib/protocol/prompt/render-news';
import { toldParts } from '@/lib/protocol/prompt/told-parts';
import type { UserPart } from '@/lib/protocol/prompt-message';
import type { TeamAgent } from '@/lib/protocol/team';
import { slotOf } from '@/lib/protocol/update-slot';
import type { RunContexts } from '../context-source';
import { CAPTURE_PATIENCE_MS } from '../engine-settings';
import { fitRequest } from '../fit/fit-request';
import type { Reader } from '../reader';
import type { ActiveCall, CallHost } from './active-call';
import { deliverNews } from './deliver-news';
import { requestTokens } from './request-tokens';

/** Answers may come while contexts are made ready; the contexts behind those of the last round come with the next step. */
const ROUNDS = 3;

export type TextOf = (hash: string) => string;

/**
 * Makes ready what the next request of the call says of others' work: receipts first, for answers, notes and contexts. Returns the texts to
 * which the request refers.
 */
export async function shareContexts(
  host: CallHost,
  call: ActiveCall,
  agent: TeamAgent,
  contexts: RunContexts,
): Promise<TextOf> {
  const began = performance.now();
  for (let round = 1; round <= ROUNDS; round += 1) {
    await contexts.prepared(CAPTURE_PATIENCE_MS);
    if (call.controller.signal.aborted) break;
    await deliverContexts(host, call, agent, contexts, began);
    if (call.controller.signal.aborted || !deliverNews(host, call)) break;
  }
  const texts = await contexts.texts(contextHashes(host.state, call.slot));
  return (hash) => texts.get(hash) ?? '';
}

/** What is new for an agent that works between two steps of its own. */
export async function newsFor(
  host: CallHost,
  call: ActiveCall,
  agent: TeamAgent,
  contexts: RunContexts,
): Promise<UserPart[]> {
  const before = slotOf(host.state, call.slot)?.items.length ?? 0;
  deliverNews(host, call);
  const textOf = await shareContexts(host, call, agent, contexts);
  if (call.controller.signal.aborted) return [];
  await fitRequest(host, call, agent, await host.credentialsFor(agent.backend), { partsOf: call.partsOf, textOf });
  if (call.controller.signal.aborted) return [];
  const messages = fillReferences(renderNews(host.state, call.slot, before), { partsOf: () => [], textOf });
  return toldParts(messages);
}

/** @param began when the step began to wait for them: the receipt says what sharing has cost it */
async function deliverContexts(
  host: CallHost,
  call: ActiveCall,
  agent: TeamAgent,
  contexts: RunContexts,
  began: number,
): Promise<void> {
  const { slot, callId, phase } = call;
  const reader = await readerOf(host, call, agent);
  const due = await contexts.due(host.state, reader);
  const isPresenting = phase === 'presentation';
  const comparison = isPresenting ? await contexts.comparison(host.state, reader, due) : null;
  const all = comparison ? [...due, comparison] : due;
  if (all.length === 0 || call.controller.signal.aborted) return;
  const tookMs = Math.round(performance.now() - began);
  host.append({ type: 'context.delivered', slot, callId, answerIds: [], contexts: all, tookMs });
}

/** The agent as a reader of contexts. */
export async function readerOf(host: CallHost, call: ActiveCall, agent: TeamAgent): Promise<Reader> {
  const { type } = agent.backend;
  const window = await host.deps.windows.of(agent.backend, await host.credentialsFor(agent.backend));
  const contextWindow = window.from === 'default' ? null : window.tokens;
  return {
    slot: call.slot,
    backend: type,
    canCallTools: agent.canCallTools && call.phase !== 'presentation',
    abilities: { contextWindow },
    // Where no window is known nothing depends on it.
    requestTokens: contextWindow === null ? 0 : requestTokens(host, call, agent),
  };
}
