import 'server-only';
import { policyOf } from '@/db/queries/policies/policy-of';
import type { ClaimedRun } from '@/db/queries/run-log/claimed-run';
import type { EngineDeps } from '@/lib/engine/engine-deps';
import { dollarsOf, spendingCaps } from './spending';

/** However often runs of a workspace report what they use, its caps are looked at this often. */
const LOOK_MS = 300;

interface LiveRun {
  workspaceId: string;
  userId: string;
  usd: number;
}

interface Watched {
  /** Lets the run end like one whose own budget is used up. */
  end(runId: string): Promise<void>;
  report(error: unknown, what: string): void;
}

/**
 * Runs that go on at the same time may each stay within what was left when they began and together exceed it. Here they are counted
 * together, with what has ended: when a cap is reached, all that go on under it end, keeping what they have. Runs of other processes count
 * once they have ended.
 */
export function watchSpending({ end, report }: Watched): NonNullable<EngineDeps['spending']> {
  const live = new Map<string, LiveRun>();
  const looking = new Map<string, NodeJS.Timeout>();

  async function look(workspaceId: string): Promise<void> {
    looking.delete(workspaceId);
    if (here(workspaceId).length === 0) return;
    const policy = await policyOf(workspaceId);
    if (policy.memberCostUsdPerMonth === null && policy.workspaceCostUsdPerMonth === null) return;
    const people = new Set(here(workspaceId).map(([, { userId }]) => userId));
    for (const userId of people) {
      for (const { of, capUsd, spentUsd } of await spendingCaps({ workspaceId, userId }, policy)) {
        const under = here(workspaceId).filter(([, run]) => of === 'workspace' || run.userId === userId);
        const together = under.reduce((sum, [, { usd }]) => sum + usd, spentUsd);
        if (together >= capUsd) await Promise.all(under.map(([runId]) => end(runId)));
      }
    }
  }

  const here = (workspaceId: string) => [...live].filter(([, run]) => run.workspaceId === workspaceId);

  return {
    note({ id, workspaceId, createdBy }: ClaimedRun, { costUsd, unpricedTokens }) {
      live.set(id, { workspaceId, userId: createdBy, usd: dollarsOf({ costUsd: costUsd ?? 0, unpricedTokens }) });
      if (looking.has(workspaceId)) return;
      const run = () =>
        void look(workspaceId).catch((error: unknown) =>
          report(error, 'The caps of a workspace could not be looked at.'),
        );
      looking.set(workspaceId, setTimeout(run, LOOK_MS).unref());
    },
    over(runId) {
      const workspaceId = live.get(runId)?.workspaceId;
      live.delete(runId);
      if (workspaceId === undefined || here(workspaceId).length > 0) return;
      clearTimeout(looking.get(workspaceId));
      looking.delete(workspaceId);
    },
  };
}
