import 'server-only';
import { type Spent, spentSince } from '@/db/queries/policies/spent-since';
import type { WorkspacePolicy } from '@/db/types/workspace-policy';
import { env } from '@/lib/platform/config/env';

/** A cap of a workspace's policy, and how far it is used up, by runs that go on too. */
export interface SpendingCap {
  /** Whose spending it caps. */
  of: 'member' | 'workspace';
  capUsd: number;
  spentUsd: number;
  /** `near` = from 80 % on. */
  state: 'open' | 'near' | 'reached';
  /** When it begins anew. */
  resetsAt: Date;
}

const NEAR = 0.8;

type Caps = Pick<WorkspacePolicy, 'memberCostUsdPerMonth' | 'workspaceCostUsdPerMonth'>;

/** The caps that hold for a member of a workspace, of a calendar month in UTC. What has no price counts as the operator has set; of one run nothing counts, if that is asked. */
export async function spendingCaps(
  of: { workspaceId: string; userId: string; exceptRunId?: string },
  { memberCostUsdPerMonth, workspaceCostUsdPerMonth }: Caps,
): Promise<SpendingCap[]> {
  if (memberCostUsdPerMonth === null && workspaceCostUsdPerMonth === null) return [];
  const now = new Date();
  const month = (offset: number) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + offset, 1));
  const spent = await spentSince(of, month(0));
  const cap = (whose: SpendingCap['of'], capUsd: number | null): SpendingCap[] => {
    if (capUsd === null) return [];
    const spentUsd = dollarsOf(spent[whose]);
    return [{ of: whose, capUsd, spentUsd, state: stateOf(spentUsd, capUsd), resetsAt: month(1) }];
  };
  return [...cap('member', memberCostUsdPerMonth), ...cap('workspace', workspaceCostUsdPerMonth)];
}

/** What may still be spent under all of them; `null` = as much as one likes. */
export function leftOf(caps: SpendingCap[]): number | null {
  if (caps.length === 0) return null;
  return Math.max(0, Math.min(...caps.map(({ capUsd, spentUsd }) => capUsd - spentUsd)));
}

function stateOf(spentUsd: number, capUsd: number): SpendingCap['state'] {
  if (spentUsd >= capUsd) return 'reached';
  return spentUsd >= NEAR * capUsd ? 'near' : 'open';
}

/** What something counts under a cap. */
function dollarsOf({ costUsd, unpricedTokens }: Spent): number {
  return costUsd + (unpricedTokens / 1e6) * env().MASSGEN_UNPRICED_USD_PER_MILLION_TOKENS;
}
