import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { getDb } from '@/db/client';
import { changeConversation } from '@/db/queries/conversations/change-conversation';
import { insertConversation } from '@/db/queries/conversations/insert-conversation';
import { selectUnnamed } from '@/db/queries/naming/select-unnamed';
import { insertPerson } from '@/db/testing/insert-person';
import { insertRun } from '@/db/testing/insert-run';
import { testDatabaseKinds, useTestDatabase } from '@/db/testing/use-test-database';
import { OPEN_POLICY } from '@/db/types/workspace-policy';
import { BackendError } from '@/lib/agents/backend-error';
import { createScriptedBackend, type ScriptedStep } from '@/lib/engine/testing/scripted-backend';
import { setPolicy } from '@/lib/features/workspaces/set-policy';
import { type NamingDeps, nameConversation } from './name-conversation';

const NEVER = new AbortController().signal;
const says = (text: string): ScriptedStep => ({ text: [text] });

describe.each(testDatabaseKinds())('naming a conversation on %s', (kind) => {
  useTestDatabase(kind);

  async function asked(answer = '**391.** That is all.', status: 'finished' | 'failed' = 'finished') {
    const owner = await insertPerson();
    const values = {
      workspaceId: owner.workspaceId,
      title: 'What is 17 times 23?',
      visibility: 'private' as const,
      labels: [],
    };
    const { id } = (await insertConversation(owner, values))!;
    // What really answers is given by the test; the team only has to be a valid one.
    const team = { name: 'T', agents: [{ backend: { type: 'openai', model: 'gpt-5' } }] };
    const place = { workspaceId: owner.workspaceId, conversationId: id, userId: owner.userId };
    const run = await insertRun({ ...place, status, team });
    const parts = JSON.stringify([{ type: 'text', text: answer }]);
    await (await getDb()).execute(sql`update message set parts = ${parts}::jsonb where id = ${run.answerMessageId}`);
    return { ...owner, id, ...run };
  }

  async function deps(script: () => ScriptedStep, more: Partial<NamingDeps> = {}) {
    const backend = createScriptedBackend({ script });
    const naming: NamingDeps = {
      db: await getDb(),
      titles: 'model',
      backendFor: () => backend,
      credentialsFor: async () => ({ apiKey: 'k', baseUrl: null }),
      staleSeconds: 300,
      ...more,
    };
    return { backend, naming };
  }

  async function nameOf(id: string) {
    const db = await getDb();
    const { rows } = await db.execute<{ title: string; by: string; summary: string | null; used: Date; made: Date }>(
      sql`select title, title_by as by, summary, updated_at as used from conversation where id = ${id}`,
    );
    return rows[0]!;
  }

  async function usageOf(runId: string) {
    const { rows } = await (await getDb()).execute(
      sql`select phase, requests, input_tokens::int as input, cost_usd as cost from usage_entry where run_id = ${runId}`,
    );
    return rows;
  }

  it('gives it a model’s title and summary, once, counted, and without counting as use', async () => {
    const talk = await asked();
    const before = await nameOf(talk.id);
    const { backend, naming } = await deps(() => says('Seventeen times 23\nA product was asked for. It is 391.'));
    await Promise.all([nameConversation(naming, talk.id, NEVER), nameConversation(naming, talk.id, NEVER)]);
    await nameConversation(naming, talk.id, NEVER);
    expect(await nameOf(talk.id)).toEqual({
      ...{ title: 'Seventeen times 23', by: 'model', used: before.used },
      summary: 'A product was asked for. It is 391.',
    });
    expect(backend.calls).toHaveLength(1);
    expect(JSON.stringify(backend.calls[0]?.messages)).toContain('**391.** That is all.');
    expect(await usageOf(talk.runId)).toEqual([{ phase: 'title', requests: 1, input: 10, cost: 0.001 }]);
    expect(await selectUnnamed(await getDb(), 0)).not.toContain(talk.id);
  });

  it.each([
    ['the operator', async () => {}, { titles: 'rule' as const }],
    [
      'the person',
      async ({ userId }: { userId: string }) =>
        void (await (await getDb()).execute(sql`update "user" set titles = 'rule' where id = ${userId}`)),
      {},
    ],
    [
      'the workspace',
      async (talk: Awaited<ReturnType<typeof asked>>) =>
        void (await setPolicy(talk, talk.workspaceId, { ...OPEN_POLICY, titles: 'rule' })),
      {},
    ],
    [
      'a cap that is reached',
      async (talk: Awaited<ReturnType<typeof asked>>) =>
        void (await setPolicy(talk, talk.workspaceId, { ...OPEN_POLICY, memberCostUsdPerMonth: 0 })),
      {},
    ],
    [
      'a policy without the team’s provider',
      async (talk: Awaited<ReturnType<typeof asked>>) =>
        void (await setPolicy(talk, talk.workspaceId, { ...OPEN_POLICY, backends: ['demo'] })),
      {},
    ],
    [
      'a policy without the team’s model',
      async (talk: Awaited<ReturnType<typeof asked>>) =>
        void (await setPolicy(talk, talk.workspaceId, { ...OPEN_POLICY, allowedModels: { openai: ['gpt-5-*'] } })),
      {},
    ],
    ['a missing key', async () => {}, { credentialsFor: () => Promise.reject(new Error('There is no key.')) }],
  ])('asks no model where %s is against it: the rule names it', async (_, prepare, more) => {
    const talk = await asked();
    await prepare(talk);
    const { backend, naming } = await deps(() => says('Never asked'), more);
    await nameConversation(naming, talk.id, NEVER);
    expect(backend.calls).toEqual([]);
    expect(await nameOf(talk.id)).toMatchObject({
      title: 'What is 17 times 23?',
      by: 'rule',
      summary: '391. That is all.',
    });
    expect(await usageOf(talk.runId)).toEqual([]);
  });

  it('asks a model that a policy names', async () => {
    const talk = await asked();
    await setPolicy(talk, talk.workspaceId, { ...OPEN_POLICY, allowedModels: { openai: ['gpt-5*'] } });
    const { backend, naming } = await deps(() => says('Seventeen times 23\nIt is 391.'));
    await nameConversation(naming, talk.id, NEVER);
    expect(backend.calls).toHaveLength(1);
    expect(await nameOf(talk.id)).toMatchObject({ title: 'Seventeen times 23', by: 'model' });
  });

  it('never replaces what a person has written, also while the model is asked', async () => {
    const talk = await asked();
    const { naming } = await deps(() => says('A model’s title\nA model’s summary.'));
    const backend = createScriptedBackend({
      script: async () => {
        await changeConversation(talk, talk.id, { title: 'Mine', titleBy: 'person', summary: 'My summary.' });
        return says('A model’s title\nA model’s summary.');
      },
    });
    await nameConversation({ ...naming, backendFor: () => backend }, talk.id, NEVER);
    expect(backend.calls).toHaveLength(1);
    expect(await nameOf(talk.id)).toMatchObject({ title: 'Mine', by: 'person', summary: 'My summary.' });
  });

  it('names by rule what the model cannot, and waits for a run that comes to an answer', async () => {
    const failed = await asked('', 'failed');
    const { backend, naming } = await deps(() => ({ error: new BackendError('auth', 'No.') }));
    await nameConversation(naming, failed.id, NEVER);
    expect(await nameOf(failed.id)).toMatchObject({ by: 'rule', summary: null });
    expect(backend.calls).toEqual([]);
    const talk = await asked();
    await nameConversation(naming, talk.id, NEVER);
    expect(backend.calls).toHaveLength(1);
    expect(await nameOf(talk.id)).toMatchObject({ by: 'rule', summary: '391. That is all.' });
  });

  it('a process that ends in the middle leaves it to the next one, and a third end is the last', async () => {
    const talk = await asked();
    const ending = new AbortController();
    const { naming } = await deps(() => {
      ending.abort();
      return says('Too late\nToo late.');
    });
    await nameConversation(naming, talk.id, ending.signal);
    expect(await nameOf(talk.id)).toMatchObject({ by: 'rule', summary: null });
    const db = await getDb();
    expect(await selectUnnamed(db, 0)).toContain(talk.id);
    expect(await selectUnnamed(db, 300)).not.toContain(talk.id);
    // Not before the other can be gone.
    const { backend, naming: next } = await deps(() => says('In time\nIt was in time.'));
    await nameConversation(next, talk.id, NEVER);
    expect(backend.calls).toEqual([]);
    await nameConversation({ ...next, staleSeconds: 0 }, talk.id, NEVER);
    expect(await nameOf(talk.id)).toMatchObject({ title: 'In time', by: 'model' });
  });

  it('cleans what a hostile model writes', async () => {
    const talk = await asked();
    const { naming } = await deps(() =>
      says(`\u202e# **<script>alert(1)</script>**\u0000\n${'x\u0301'.repeat(50_000)}`),
    );
    await nameConversation(naming, talk.id, NEVER);
    const { title, summary } = await nameOf(talk.id);
    expect(title).toBe('<script>alert(1)</script>');
    expect(summary?.length).toBeLessThanOrEqual(400);
  });
});
