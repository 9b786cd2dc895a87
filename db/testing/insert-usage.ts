import { getDb } from '../client';
import { usageEntry } from '../schema/usage';

/** What an ended run has cost, for tests. */
export async function insertUsage(
  of: { userId: string; workspaceId: string },
  costUsd: number | null,
  more: { unpricedTokens?: number; model?: string; at?: Date } = {},
): Promise<void> {
  const by = { slot: 'A', phase: 'coordination', backend: 'demo', model: more.model ?? 'demo', requests: 1 };
  const tokens = { inputTokens: 1, outputTokens: 1, cachedTokens: 0, reasoningTokens: 0, estimatedTokens: 0 };
  const ids = { runId: crypto.randomUUID(), conversationId: crypto.randomUUID(), at: more.at ?? new Date() };
  const { userId, workspaceId } = of;
  await (await getDb())
    .insert(usageEntry)
    .values({ ...ids, ...by, ...tokens, userId, workspaceId, unpricedTokens: more.unpricedTokens ?? 0, costUsd });
}
