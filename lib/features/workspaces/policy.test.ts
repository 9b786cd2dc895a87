import { afterAll, describe, expect, test } from 'vitest';
import { insertPerson } from '@/db/testing/insert-person';
import { insertUsage } from '@/db/testing/insert-usage';
import { testDatabaseKinds, useTestDatabase } from '@/db/testing/use-test-database';
import { OPEN_POLICY, type WorkspacePolicy } from '@/db/types/workspace-policy';
import { createRun } from '@/lib/features/runs/create-run';
import { getRunState } from '@/lib/features/runs/get-run-state';
import { stopEngine } from '@/lib/runtime/engine';
import { getPolicy } from './get-policy';
import { policySchema } from './policy-schema';
import { setPolicy } from './set-policy';

const request = { input: 'Which is larger, 12 or 7?', team: 'demo' };

describe.each(testDatabaseKinds())('the policy of a workspace, on %s', (kind) => {
  useTestDatabase(kind);
  afterAll(() => stopEngine());

  async function workspaceWith(policy: Partial<WorkspacePolicy>) {
    const owner = await insertPerson();
    const { workspaceId } = owner;
    await setPolicy(owner, workspaceId, { ...OPEN_POLICY, ...policy });
    const member = await insertPerson({ memberOf: { workspaceId, role: 'member' } });
    return { owner, member, workspaceId };
  }

  test('everything is open where nobody has laid down anything', async () => {
    const owner = await insertPerson();
    expect(await getPolicy(owner, owner.workspaceId)).toEqual(OPEN_POLICY);
    expect(policySchema.safeParse(OPEN_POLICY).success).toBe(true);
    expect(policySchema.safeParse({ ...OPEN_POLICY, backends: ['opnai'] }).success).toBe(false);
  });

  test('members see it, administrators lay it down, strangers know of nothing', async () => {
    const { member, workspaceId } = await workspaceWith({ retentionDays: 30 });
    expect(await getPolicy(member, workspaceId)).toEqual({ ...OPEN_POLICY, retentionDays: 30 });
    await expect(setPolicy(member, workspaceId, OPEN_POLICY)).rejects.toMatchObject({ code: 'forbidden' });
    const admin = await insertPerson({ memberOf: { workspaceId, role: 'admin' } });
    expect(await setPolicy(admin, workspaceId, OPEN_POLICY)).toEqual(OPEN_POLICY);
    const stranger = await insertPerson();
    await expect(getPolicy(stranger, workspaceId)).rejects.toMatchObject({ code: 'not_found' });
    await expect(setPolicy(stranger, workspaceId, OPEN_POLICY)).rejects.toMatchObject({ code: 'not_found' });
  });

  test('a team whose backend is not allowed is refused there, with its path, and not elsewhere', async () => {
    const { member, workspaceId } = await workspaceWith({ backends: ['claude'] });
    await expect(createRun(member, { ...request, workspaceId })).rejects.toMatchObject({
      code: 'invalid',
      fields: expect.arrayContaining([{ path: 'team.agents[0].backend.type', message: expect.any(String) }]),
    });
    expect((await createRun(member, request)).status).toBe('running');
  });

  test('nobody starts a run where they may not write', async () => {
    const { workspaceId } = await workspaceWith({});
    const viewer = await insertPerson({ memberOf: { workspaceId, role: 'viewer' } });
    for (const person of [viewer, await insertPerson()])
      await expect(createRun(person, { ...request, workspaceId })).rejects.toMatchObject({
        code: 'invalid',
        fields: [{ path: 'workspaceId' }],
      });
  });

  test('a member’s cap is of that member alone', async () => {
    const { owner, member, workspaceId } = await workspaceWith({ memberCostUsdPerMonth: 2 });
    await insertUsage({ ...member, workspaceId }, 2);
    await expect(createRun(member, { ...request, workspaceId })).rejects.toMatchObject({
      code: 'cost_cap',
      status: 402,
    });
    expect((await createRun(member, request)).status).toBe('running');
    expect((await createRun(owner, { ...request, workspaceId })).status).toBe('running');
  });

  test('a workspace’s cap counts everybody, and what has no price as the operator has set', async () => {
    const { owner, member, workspaceId } = await workspaceWith({ workspaceCostUsdPerMonth: 5 });
    await insertUsage({ ...member, workspaceId }, 4.5);
    await insertUsage({ ...owner, workspaceId }, null, { unpricedTokens: 100_000 });
    const run = await createRun(owner, { ...request, workspaceId });
    await expect.poll(async () => (await getRunState(owner, run.id))?.team?.limits.maxCostUsd).toBeCloseTo(0.5);
    process.env.MASSGEN_UNPRICED_USD_PER_MILLION_TOKENS = '5';
    await expect(createRun(owner, { ...request, workspaceId })).rejects.toMatchObject({ code: 'cost_cap' });
    process.env.MASSGEN_UNPRICED_USD_PER_MILLION_TOKENS = '';
  });
});
