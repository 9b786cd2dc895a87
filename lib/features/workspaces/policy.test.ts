import { sql } from 'drizzle-orm';
import { afterAll, describe, expect, test } from 'vitest';
import { getDb } from '@/db/client';
import { insertPerson } from '@/db/testing/insert-person';
import { insertUsage } from '@/db/testing/insert-usage';
import { testDatabaseKinds, useTestDatabase } from '@/db/testing/use-test-database';
import { OPEN_POLICY, type WorkspacePolicy } from '@/db/types/workspace-policy';
import { listAudit } from '@/lib/features/audit/list-audit';
import { createConversation } from '@/lib/features/conversations/create-conversation';
import { createRun } from '@/lib/features/runs/create-run';
import { getRunState } from '@/lib/features/runs/get-run-state';
import { stopEngine } from '@/lib/runtime/engine';
import { getPolicy } from './get-policy';
import { keepRetention } from './keep-retention';
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
    for (const allowedModels of [{ openai: ['gpt-*-mini'] }, { openai: [] }, { openai: [' '] }, { opnai: ['gpt-5'] }])
      expect(policySchema.safeParse({ ...OPEN_POLICY, allowedModels }).success).toBe(false);
    const starred = policySchema.safeParse({ ...OPEN_POLICY, allowedModels: { openai: ['gpt-5', 'g*t'] } });
    expect(starred.error?.issues).toMatchObject([
      { path: ['allowedModels', 'openai', 1], message: expect.stringContaining('not at its end') },
    ]);
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

  test('models that are not allowed are refused there, each with its path and what to do, and not elsewhere', async () => {
    const { member, workspaceId } = await workspaceWith({
      allowedModels: { openai: ['gpt-5*', 'o3'], claude: ['claude-x'] },
    });
    const openai = (model: string, params = {}) => ({ type: 'openai', model, params });
    const team = {
      name: 'Mixed',
      agents: [
        { backend: openai('gpt-5-mini'), fallbacks: [openai('o3'), openai('o3-mini')] },
        { backend: openai('gpt-4o') },
        { backend: openai('o3', { models: ['gpt-5', 'gpt-4o'] }) },
        { backend: { type: 'gemini', model: 'gemini-2.5-pro' } },
      ],
      coordination: { voteRule: 'judge', judge: { backend: { type: 'claude', model: 'claude-y' } } },
    };
    const asked = createRun(member, { ...request, team, workspaceId });
    await expect(asked).rejects.toMatchObject({ code: 'invalid', hint: expect.stringContaining('administrator') });
    const { fields } = await asked.catch((error) => error);
    expect(fields.map(({ path }: { path: string }) => path)).toEqual([
      'team.agents[0].fallbacks[1].model',
      'team.agents[1].backend.model',
      'team.agents[2].backend.params.models',
      'team.coordination.judge.backend.model',
    ]);
    expect(fields[0].message).toMatch(/“o3-mini” of the backend “openai”\. Allowed: gpt-5\*, o3\./);
    expect((await createRun(member, { ...request, team })).id).toEqual(expect.any(String));
  });

  test('a model that nobody names counts as the one that answers', async () => {
    const { member, owner, workspaceId } = await workspaceWith({ allowedModels: { demo: ['nobody'] } });
    await expect(createRun(member, { ...request, workspaceId })).rejects.toMatchObject({ code: 'invalid' });
    await setPolicy(owner, workspaceId, { ...OPEN_POLICY, allowedModels: { demo: ['*'] } });
    expect((await createRun(member, { ...request, workspaceId })).status).toBe('running');
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

  test('what nobody has used for longer than the policy keeps is deleted, and the audit log says how many', async () => {
    const { owner, workspaceId } = await workspaceWith({ retentionDays: 30 });
    const elsewhere = await insertPerson();
    const db = await getDb();
    const made = await Promise.all(
      [owner, owner, elsewhere].map((person) =>
        createConversation(person, { title: 'T', visibility: 'private', labels: [], workspaceId: person.workspaceId }),
      ),
    );
    const [old, , others] = made.map(({ id }) => id);
    await db.execute(
      sql`update conversation set updated_at = now() - interval '31 days' where id in (${old}, ${others})`,
    );
    await keepRetention();
    const { rows } = await db.execute(sql`select id from conversation where id in (${old}, ${made[1]?.id}, ${others})`);
    expect(rows.map(({ id }) => id).toSorted()).toEqual([made[1]?.id, others].toSorted());
    const { items } = await listAudit(owner, workspaceId, { limit: 1, format: 'json' });
    expect(items).toMatchObject([{ action: 'conversation.expire', details: { conversations: 1 }, actorName: null }]);
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
