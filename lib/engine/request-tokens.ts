import type { AgentUsage } from '@/lib/agents/backend';
import { CHARACTERS_PER_TOKEN, SAFE_CHARACTERS_PER_TOKEN } from '@/lib/protocol/constants';
import { buildRequest } from '@/lib/protocol/prompt/build-request';
import { fillReferences } from '@/lib/protocol/prompt/fill-references';
import type { BackendChoice, TeamAgent } from '@/lib/protocol/team';
import { slotOf } from '@/lib/protocol/update-slot';
import { charactersOf } from './request-size';
import type { ActiveCall, CallHost } from './run-call';

/** What a provider has counted of a slot's last request. */
export interface RequestCount {
  choice: BackendChoice;
  characters: number;
  tokens: number;
}

/** No text has so many characters a token: the server has counted only what it did not have in its cache. */
const MOST_CHARACTERS_PER_TOKEN = 10;

/** Keeps what the provider says of the request that the call has sent last. */
export function keepCount(host: CallHost, call: ActiveCall, choice: BackendChoice, { inputTokens }: AgentUsage): void {
  const characters = call.sentCharacters;
  // What a backend counts that keeps the conversation itself is not this request.
  if (host.deps.backendFor(choice.type).capabilities(choice.model).stateful) return;
  if (inputTokens * MOST_CHARACTERS_PER_TOKEN < characters) return;
  host.counts.set(call.slot, { choice, characters, tokens: inputTokens });
}

/**
 * Tokens of the call's next request, as far as it is known now: as the slot's provider has counted the one before, with what has come
 * since by its characters; by its characters alone where nobody has counted.
 */
export function requestTokens(host: CallHost, call: ActiveCall, { backend }: TeamAgent): number {
  const characters = charactersOfNext(host, call);
  const counted = host.counts.get(call.slot);
  if (counted?.choice.type !== backend.type || counted.choice.model !== backend.model)
    return Math.ceil(characters / SAFE_CHARACTERS_PER_TOKEN);
  const more = Math.max(0, characters - counted.characters);
  return counted.tokens + Math.ceil(more / SAFE_CHARACTERS_PER_TOKEN);
}

/** Shared contexts are as long as their receipts say, so that none is read for it. */
function charactersOfNext({ state, history }: CallHost, { slot, partsOf }: ActiveCall): number {
  const { messages, tools } = buildRequest(state, slot, history);
  const contexts = (slotOf(state, slot)?.items ?? []).flatMap((item) =>
    item.kind === 'delivered' ? (item.contexts ?? []) : [],
  );
  const lengths = new Map(contexts.map(({ hash, tokens }) => [hash, tokens * CHARACTERS_PER_TOKEN]));
  const textOf = (hash: string) => ' '.repeat(lengths.get(hash) ?? 0);
  return charactersOf({ messages: fillReferences(messages, { partsOf, textOf }), tools });
}
