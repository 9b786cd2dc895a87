import { sql } from 'drizzle-orm';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { getDb } from '@/db/client';
import { insertPerson } from '@/db/testing/insert-person';
import { insertRun } from '@/db/testing/insert-run';
import { insertUsage } from '@/db/testing/insert-usage';
import { testDatabaseKinds, useTestDatabase } from '@/db/testing/use-test-database';
import { OPEN_POLICY } from '@/db/types/workspace-policy';
import { createConversation } from '@/lib/features/conversations/create-conversation';
import { setPolicy } from '@/lib/features/workspaces/set-policy';
import { spendingCaps } from './spending';
import { watchSpending } from './watch-spending';

type Person = Awaited<ReturnType<typeof insertPerson>>;

describe.each(testDatabaseKinds())('what runs spend together, on %s', (kind) => {
  useTestDatabase(kind);
  const over: (() => void)[] = [];
  // No look at what others spend outlives its test.
  afterEach(() => {
    for (const end of over.splice(0)) end();
  });

  async function watched(caps: Partial<typeof OPEN_POLICY>) {
    const owner = await insertPerson();
    const { workspaceId } = owner;
    const policy = { ...OPEN_POLICY, ...caps };
    await setPolicy(owner, workspaceId, policy);
    const member = await insertPerson({ memberOf: { workspaceId, role: 'member' } });
    const runOf = async (person: Person) => {
      const { id } = await createConversation(person, {
        title: 'Spends',
        workspaceId,
        visibility: 'private',
        labels: [],
      });
      const turn = { workspaceId, conversationId: id, userId: person.userId, status: 'running' as const };
      return { id: (await insertRun(turn)).runId, person };
    };
    /** One process that drives runs. */
    const process = () => {
      const end = vi.fn(async (_runId: string) => {});
      const report = (error: unknown) => {
        throw error;
      };
      const spending = watchSpending({ end, report, isAlone: kind === 'pglite' });
      const note = ({ id, person }: Awaited<ReturnType<typeof runOf>>, costUsd: number) => {
        over.push(() => spending.over(id));
        spending.note({ id, workspaceId, createdBy: person.userId } as never, { costUsd, unpricedTokens: 0 } as never);
      };
      return { spending, note, ended: () => [...new Set(end.mock.calls.map(([runId]) => runId))].toSorted() };
    };
    const states = async () =>
      (await spendingCaps({ workspaceId, userId: member.userId }, policy)).map(({ of, state }) => [of, state]);
    return { owner, member, workspaceId, runOf, process, states };
  }
  const ids = (...runs: { id: string }[]) => runs.map(({ id }) => id).toSorted();

  it('ends them all when together with what has ended they reach the workspace’s cap', async () => {
    const { owner, member, workspaceId, runOf, process } = await watched({ workspaceCostUsdPerMonth: 2 });
    await insertUsage({ ...owner, workspaceId }, 0.8);
    const [one, two] = [await runOf(owner), await runOf(member)];
    const { note, ended } = process();
    note(one, 0.5);
    note(two, 0.7);
    await expect.poll(ended).toEqual(ids(one, two));
  });

  it('ends those of the member whose own cap is reached', async () => {
    const { owner, member, runOf, process } = await watched({ memberCostUsdPerMonth: 1 });
    const [over, one, two, others] = [
      ...[await runOf(member), await runOf(member), await runOf(member)],
      await runOf(owner),
    ] as const;
    const { spending, note, ended } = process();
    note(over, 0.9);
    spending.over(over.id);
    note(one, 0.6);
    note(two, 0.4);
    note(others, 0.9);
    await expect.poll(ended).toEqual(ids(one, two));
  });

  it('counts what each process spends, and warns from 80 % on, before anything has ended', async () => {
    const { owner, member, runOf, process, states } = await watched({ workspaceCostUsdPerMonth: 2 });
    const [one, two] = [await runOf(owner), await runOf(member)];
    const [first, second] = [process(), process()];
    first.note(one, 0.9);
    await expect.poll(states).toEqual([['workspace', 'open']]);
    second.note(two, 0.8);
    await expect.poll(states).toEqual([['workspace', 'near']]);
    expect([...first.ended(), ...second.ended()]).toEqual([]);
    second.note(two, 1.1);
    await expect.poll(second.ended).toEqual(ids(two));
    // The other one has reported nothing since: on a server, which several processes may share, it looks by itself.
    if (kind === 'postgres') await expect.poll(first.ended, { timeout: 3_000 }).toEqual(ids(one));
    for (const { spending } of [first, second]) for (const { id } of [one, two]) spending.over(id);
    const left = () =>
      getDb().then(async (db) => (await db.execute(sql`select count(*)::int as n from live_spending`)).rows[0]);
    await expect.poll(left).toEqual({ n: 0 });
  });

  it('counts a run once, also when what it has spent is written down and its row not yet cleared', async () => {
    const { owner, workspaceId, runOf, process, states } = await watched({ workspaceCostUsdPerMonth: 1 });
    const one = await runOf(owner);
    process().note(one, 0.7);
    const stored = () =>
      getDb().then(async (db) => (await db.execute(sql`select count(*)::int as n from live_spending`)).rows[0]);
    await expect.poll(stored).toEqual({ n: 1 });
    await (await getDb()).execute(sql`update run set status = 'finished' where id = ${one.id}`);
    await insertUsage({ ...owner, workspaceId }, 0.7);
    expect(await states()).toEqual([['workspace', 'open']]);
  });
});
