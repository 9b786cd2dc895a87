import { sql } from 'drizzle-orm';
import type { Db } from '../../types/database';

/** What a request for a title has used. */
export interface NamingUsage {
  runId: string;
  slot: string;
  backend: string;
  model: string;
  workspaceId: string;
  userId: string | null;
  conversationId: string;
  inputTokens: number;
  outputTokens: number;
  cachedTokens: number;
  reasoningTokens: number;
  /** Whether the tokens are counted by their characters, since the request was interrupted. */
  isEstimated: boolean;
  /** Null = the price is not known. */
  costUsd: number | null;
  priceDate: string | null;
}

/** Counts it with the run that gave the answer, as a phase of its own; another try adds to it. */
export async function insertNamingUsage(db: Db, used: NamingUsage): Promise<void> {
  const tokens = used.inputTokens + used.outputTokens;
  await db.execute(sql`
    insert into usage_entry as e (run_id, slot, phase, backend, model, workspace_id, user_id, conversation_id, at, requests, input_tokens,
      output_tokens, cached_tokens, reasoning_tokens, unpriced_tokens, estimated_tokens, cost_usd, price_date)
    values (${used.runId}, ${used.slot}, 'title', ${used.backend}, ${used.model}, ${used.workspaceId}, ${used.userId},
      ${used.conversationId}, now(), 1, ${used.inputTokens}, ${used.outputTokens}, ${used.cachedTokens}, ${used.reasoningTokens},
      ${used.costUsd === null ? tokens : 0}, ${used.isEstimated ? tokens : 0}, ${used.costUsd}, ${used.priceDate})
    on conflict (run_id, slot, phase, backend, model) do update set requests = e.requests + 1,
      input_tokens = e.input_tokens + excluded.input_tokens, output_tokens = e.output_tokens + excluded.output_tokens,
      cached_tokens = e.cached_tokens + excluded.cached_tokens, reasoning_tokens = e.reasoning_tokens + excluded.reasoning_tokens,
      unpriced_tokens = e.unpriced_tokens + excluded.unpriced_tokens,
      estimated_tokens = e.estimated_tokens + excluded.estimated_tokens, cost_usd = coalesce(e.cost_usd + excluded.cost_usd, e.cost_usd, excluded.cost_usd)`);
}
