import { sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import { getDb } from '../../client';
import { reliabilityObservation } from '../../schema/reliability';
import { insertPerson } from '../../testing/insert-person';
import { testDatabaseKinds, useTestDatabase } from '../../testing/use-test-database';
import { readObserved } from '../run-log/read-observed';
import { findLearning } from './find-learning';
import { removeObservations } from './remove-observations';
import { selectObserved } from './select-observed';
import { setLearning } from './set-learning';

const DAY_MS = 86_400_000;

describe.each(testDatabaseKinds())('what is learned of models, on %s', (kind) => {
  useTestDatabase(kind);

  async function observed(
    workspaceId: string,
    runs: { isRight: boolean; daysAgo?: number; source?: 'choice' | 'checks' }[],
  ) {
    await (await getDb()).insert(reliabilityObservation).values(
      runs.map(({ isRight, daysAgo = 0, source = 'choice' }) => ({
        ...{ runId: uuidv7(), slot: 'A', workspaceId, backend: 'openai', model: 'm', kind: 'code' },
        ...{ source, isRight, weight: 1, at: new Date(Date.now() - daysAgo * DAY_MS) },
      })),
    );
  }

  test('is summed up by model and kind, and fades with time', async () => {
    const owner = await insertPerson();
    await observed(owner.workspaceId, [
      { isRight: true },
      { isRight: false, source: 'checks' },
      { isRight: true, daysAgo: 90 },
    ]);
    const [row, ...more] = await selectObserved(owner, owner.workspaceId);
    expect(more).toEqual([]);
    expect(row).toMatchObject({ model: 'm', kind: 'code', count: 3, choices: 2, checks: 1, agreements: 0 });
    expect(row?.weight).toBeCloseTo(2.5, 2);
    expect(row?.right).toBeCloseTo(1.5, 2);
    const [read] = await readObserved(await getDb(), owner.workspaceId, ['m', 'other']);
    expect(read).toMatchObject({ backend: 'openai', model: 'm', kind: 'code', count: 3 });
  });

  test('is not read where it is switched off, and is there again when it is switched on', async () => {
    const owner = await insertPerson();
    const { workspaceId } = owner;
    await observed(workspaceId, [{ isRight: true }]);
    expect(await findLearning(owner, workspaceId, 'reliability.read')).toEqual({ isOn: true });
    for (const _ of [1, 2]) await setLearning(owner, workspaceId, false);
    expect(await findLearning(owner, workspaceId, 'reliability.read')).toEqual({ isOn: false });
    expect(await readObserved(await getDb(), workspaceId, ['m'])).toEqual([]);
    await setLearning(owner, workspaceId, true);
    expect(await readObserved(await getDb(), workspaceId, ['m'])).toHaveLength(1);
  });

  test('belongs to its workspace: strangers and mere members change nothing', async () => {
    const owner = await insertPerson();
    const { workspaceId } = owner;
    const member = await insertPerson({ memberOf: { workspaceId, role: 'member' } });
    const stranger = await insertPerson();
    await observed(workspaceId, [{ isRight: true }]);
    for (const other of [member, stranger]) {
      await removeObservations(other, workspaceId);
      await setLearning(other, workspaceId, false);
    }
    expect(await selectObserved(member, workspaceId)).toHaveLength(1);
    expect(await selectObserved(stranger, workspaceId)).toEqual([]);
    expect(await findLearning(stranger, workspaceId, 'reliability.read')).toBeNull();
    expect(await readObserved(await getDb(), workspaceId, ['m'])).toHaveLength(1);
    await removeObservations(owner, workspaceId);
    const left = await (await getDb()).execute(
      sql`select 1 from reliability_observation where workspace_id = ${workspaceId}`,
    );
    expect(left.rows).toEqual([]);
  });
});
