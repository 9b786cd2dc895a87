import { type AgentSharing, CONTEXT_PARTS, type ContextPart, type ContextSharing } from '@/lib/protocol/team';
import type { GivenAgentSharing, GivenSharing } from './sharing-schema';

const DEFAULT_SHARING: ContextSharing = {
  include: ['answers', 'tools', 'files', 'notes'],
  maxTokensPerPeer: 8_000,
  maxTokensTotal: 24_000,
};

/** The team's context sharing with its defaults; `null` = off. */
export function completeSharing(given: GivenSharing | undefined): ContextSharing | null {
  if (!given?.enabled) return null;
  return {
    include: inOrder(given.include ?? DEFAULT_SHARING.include),
    maxTokensPerPeer: given.maxTokensPerPeer ?? DEFAULT_SHARING.maxTokensPerPeer,
    maxTokensTotal: given.maxTokensTotal ?? DEFAULT_SHARING.maxTokensTotal,
  };
}

/** What one agent does differently, without what is absent. */
export function completeAgentSharing({ share, from, include, relevance }: GivenAgentSharing): AgentSharing {
  return {
    ...(share !== undefined && { share }),
    ...(from && { from: [...new Set(from)] }),
    ...(include && { include: inOrder(include) }),
    ...(relevance && { relevance }),
  };
}

/** Each part once, whatever the order in which they are written. */
function inOrder(parts: ContextPart[]): ContextPart[] {
  return CONTEXT_PARTS.filter((part) => parts.includes(part));
}
