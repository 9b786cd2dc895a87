import type { AgentUsage } from '@/lib/agents/backend';
import { CHARACTERS_PER_TOKEN } from '@/lib/protocol/constants';
import { requestTokens as estimatedTokens } from '@/lib/protocol/fit/request-tokens';
import { buildRequest } from '@/lib/protocol/prompt/build-request';
import { fillReferences } from '@/lib/protocol/prompt/fill-references';
import type { BackendChoice, Slot, TeamAgent } from '@/lib/protocol/team';
import { slotOf } from '@/lib/protocol/update-slot';
import type { ActiveCall, CallHost, ReadyRequest, RequestCount } from './active-call';

/** A server that counts less has counted only what it did not have in its cache. */
const LEAST_FACTOR = 0.33;
/** Other text may follow. */
const LEAST_USED = 0.5;
const MOST_USED = 4;

/** Keeps what the provider says of the request that the call has sent last. */
export function keepCount(host: CallHost, call: ActiveCall, choice: BackendChoice, { inputTokens }: AgentUsage): void {
  // What a backend counts that keeps the conversation itself is not this request.
  if (host.deps.backendFor(choice.type).capabilities(choice.model).stateful) return;
  if (call.sent) host.counts.set(call.slot, countOf(choice, inputTokens, call.sent, host.counts.get(call.slot)));
}

/**
 * What the count says is worked out when somebody asks: it takes an estimate of the whole request, and most are far from their window. One
 * that says nothing leaves what the last one has said that surely did, else the first one; those between are let go of.
 */
function countOf(
  choice: BackendChoice,
  inputTokens: number,
  sent: ReadyRequest,
  known: RequestCount | undefined,
): RequestCount {
  const last = known && isOf(known, choice) ? known : null;
  const useful = last?.isUseful ? last : (last?.useful ?? last);
  const used = (factor: number) => Math.min(MOST_USED, Math.max(LEAST_USED, factor));
  return {
    choice,
    useful,
    isUseful: inputTokens >= LEAST_FACTOR * sent.bounds.most,
    get factor() {
      const factor = inputTokens / Math.max(1, sent.tokens);
      return factor < LEAST_FACTOR ? (useful?.factor ?? 1) : used(factor);
    },
    mostFactor: Math.max(used(inputTokens / Math.max(1, sent.bounds.least)), useful?.mostFactor ?? 1),
  };
}

/** The most that `tokenFactor` can be. */
export function mostTokenFactor({ counts }: Pick<CallHost, 'counts'>, slot: Slot, choice: BackendChoice): number {
  const counted = counts.get(slot);
  return counted && isOf(counted, choice) ? counted.mostFactor : 1;
}

/** By how much the slot's provider counts more or less tokens than are estimated; 1 where it has not counted. */
export function tokenFactor({ counts }: Pick<CallHost, 'counts'>, slot: Slot, choice: BackendChoice): number {
  const counted = counts.get(slot);
  return counted && isOf(counted, choice) ? counted.factor : 1;
}

function isOf({ choice }: RequestCount, { type, model }: BackendChoice): boolean {
  return choice.type === type && choice.model === model;
}

/** Tokens of the call's next request, as far as it is known now; shared contexts are as long as their receipts say. */
export function requestTokens(
  host: CallHost,
  { slot, partsOf, tools: own }: ActiveCall,
  { backend }: TeamAgent,
): number {
  const { messages, tools } = buildRequest(host.state, slot, host.history, undefined, own?.offered);
  const contexts = (slotOf(host.state, slot)?.items ?? []).flatMap((item) =>
    item.kind === 'delivered' ? (item.contexts ?? []) : [],
  );
  const lengths = new Map(contexts.map(({ hash, tokens }) => [hash, tokens * CHARACTERS_PER_TOKEN]));
  const textOf = (hash: string) => 'x'.repeat(lengths.get(hash) ?? 0);
  const estimate = estimatedTokens(fillReferences(messages, { partsOf, textOf }), tools);
  return Math.ceil(estimate * tokenFactor(host, slot, backend));
}
