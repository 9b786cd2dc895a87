import 'server-only';
import { deleteLiveSpending, storeLiveSpending } from '@/db/queries/policies/live-spending';
import { policyOf } from '@/db/queries/policies/policy-of';
import type { ClaimedRun } from '@/db/queries/run-log/claimed-run';
import type { EngineDeps } from '@/lib/engine/engine-deps';
import { spendingCaps } from './spending';

/** However often runs of a workspace report what they use, its caps are looked at this often. */
const LOOK_MS = 300;
/** And this often while they report nothing: what other processes spend counts too. */
const LOOK_AT_OTHERS_MS = 1_000;

interface LiveRun {
  runId: string;
  workspaceId: string;
  userId: string;
  costUsd: number;
  unpricedTokens: number;
}

interface Watched {
  /** Lets the run end like one whose own budget is used up. */
  end(runId: string): Promise<void>;
  report(error: unknown, what: string): void;
  /** Whether no other process drives runs on this database. */
  isAlone: boolean;
}

interface Look {
  timer: NodeJS.Timeout;
  /** Whether it comes soon, since something was reported. */
  isSoon: boolean;
}

/**
 * Runs that go on at the same time may each stay within what was left when they began and together exceed it. Here they are counted
 * together, with what has ended, across all processes on one database: when a cap is reached, each process ends those of its own that go
 * on under it, which keep what they have.
 */
export function watchSpending({ end, report, isAlone }: Watched): NonNullable<EngineDeps['spending']> {
  const live = new Map<string, LiveRun>();
  const stored = new Set<string>();
  const looks = new Map<string, Look>();
  const here = (workspaceId: string) => [...live.values()].filter((run) => run.workspaceId === workspaceId);

  function lookIn(workspaceId: string, isSoon: boolean): void {
    const next = looks.get(workspaceId);
    if (next?.isSoon || (next && !isSoon)) return;
    clearTimeout(next?.timer);
    const run = () =>
      look(workspaceId).catch((error: unknown) => report(error, 'The caps of a workspace could not be looked at.'));
    const timer = setTimeout(() => void run(), isSoon ? LOOK_MS : LOOK_AT_OTHERS_MS).unref();
    looks.set(workspaceId, { timer, isSoon });
  }

  async function look(workspaceId: string): Promise<void> {
    looks.delete(workspaceId);
    const runs = here(workspaceId);
    if (runs.length === 0) return;
    const policy = await policyOf(workspaceId);
    if (policy.memberCostUsdPerMonth === null && policy.workspaceCostUsdPerMonth === null) return;
    await store(runs);
    for (const userId of new Set(runs.map((run) => run.userId))) {
      for (const { of, state } of await spendingCaps({ workspaceId, userId }, policy)) {
        if (state !== 'reached') continue;
        const under = here(workspaceId).filter((run) => of === 'workspace' || run.userId === userId);
        await Promise.all(under.map(({ runId }) => end(runId)));
      }
    }
    if (!isAlone && here(workspaceId).length > 0) lookIn(workspaceId, false);
  }

  async function store(runs: LiveRun[]): Promise<void> {
    for (const { runId } of runs) stored.add(runId);
    await storeLiveSpending(runs);
    // One that has ended meanwhile.
    await Promise.all(runs.filter(({ runId }) => !live.has(runId)).map(({ runId }) => forget(runId)));
  }

  async function forget(runId: string): Promise<void> {
    stored.delete(runId);
    await deleteLiveSpending(runId);
  }

  return {
    note({ id, workspaceId, createdBy }: ClaimedRun, { costUsd, unpricedTokens }) {
      const spent = { costUsd: costUsd ?? 0, unpricedTokens };
      live.set(id, { runId: id, workspaceId, userId: createdBy, ...spent });
      lookIn(workspaceId, true);
    },
    over(runId) {
      const workspaceId = live.get(runId)?.workspaceId;
      live.delete(runId);
      if (stored.has(runId))
        forget(runId).catch((error: unknown) => report(error, 'What a run spent could not be cleared away.'));
      if (workspaceId === undefined || here(workspaceId).length > 0) return;
      clearTimeout(looks.get(workspaceId)?.timer);
      looks.delete(workspaceId);
    },
  };
}
