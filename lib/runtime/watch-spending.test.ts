import { describe, expect, it, vi } from 'vitest';
import { insertPerson } from '@/db/testing/insert-person';
import { insertUsage } from '@/db/testing/insert-usage';
import { testDatabaseKinds, useTestDatabase } from '@/db/testing/use-test-database';
import { OPEN_POLICY } from '@/db/types/workspace-policy';
import { setPolicy } from '@/lib/features/workspaces/set-policy';
import { watchSpending } from './watch-spending';

describe.each(testDatabaseKinds())('what runs spend together, on %s', (kind) => {
  useTestDatabase(kind);

  async function watched(caps: Partial<typeof OPEN_POLICY>) {
    const owner = await insertPerson();
    const { workspaceId } = owner;
    await setPolicy(owner, workspaceId, { ...OPEN_POLICY, ...caps });
    const member = await insertPerson({ memberOf: { workspaceId, role: 'member' } });
    const end = vi.fn(async (_runId: string) => {});
    const spending = watchSpending({
      end,
      report: (error) => {
        throw error;
      },
    });
    const note = (id: string, { userId }: { userId: string }, costUsd: number) =>
      spending.note({ id, workspaceId, createdBy: userId } as never, { costUsd, unpricedTokens: 0 } as never);
    const ended = () => [...new Set(end.mock.calls.map(([runId]) => runId))].toSorted();
    return { owner, member, workspaceId, spending, note, ended };
  }

  it('ends them all when together with what has ended they reach the workspace’s cap', async () => {
    const { owner, member, workspaceId, note, ended } = await watched({ workspaceCostUsdPerMonth: 2 });
    await insertUsage({ ...owner, workspaceId }, 0.8);
    note('one', owner, 0.5);
    note('two', member, 0.7);
    await expect.poll(ended).toEqual(['one', 'two']);
  });

  it('ends those of the member whose own cap is reached', async () => {
    const { owner, member, spending, note, ended } = await watched({ memberCostUsdPerMonth: 1 });
    note('over', member, 0.9);
    spending.over('over');
    note('one', member, 0.6);
    note('two', member, 0.4);
    note('another’s', owner, 0.9);
    await expect.poll(ended).toEqual(['one', 'two']);
  });
});
