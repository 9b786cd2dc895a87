import { describe, expect, it } from 'vitest';
import { insertPerson } from '@/db/testing/insert-person';
import { insertRun } from '@/db/testing/insert-run';
import { testDatabaseKinds, useTestDatabase } from '@/db/testing/use-test-database';
import { newConversationInput } from '@/lib/features/conversations/conversation-input';
import { createConversation } from '@/lib/features/conversations/create-conversation';
import { compareRunFiles } from './compare-run-files';
import { damageBlob, seedSnapshot, sha256 } from './testing/seed-contexts';

const BASE = 'one\ntwo\nthree\nfour\nfive\n';

describe.each(testDatabaseKinds())('the files of a run’s slots beside one another, on %s', (kind) => {
  useTestDatabase(kind);

  it('are those of the newest snapshots, against the start of the turn', async () => {
    const owner = await insertPerson();
    const talk = await createConversation(owner, newConversationInput.parse({}));
    const place = { workspaceId: owner.workspaceId, conversationId: talk.id, userId: owner.userId };
    const before = await insertRun({ ...place, status: 'finished' });
    const { runId } = await insertRun({ ...place, status: 'finished', parentId: before.answerMessageId });
    const slots: Record<string, string> = {};
    for (const [slot, line] of Object.entries({ A: 'one', B: 'five', C: 'one' })) {
      const base = await seedSnapshot({ ...place, runId: before.runId, slot }, { seq: 2, files: { 'x.txt': BASE } });
      const here = { ...place, runId, slot };
      const first = await seedSnapshot(here, { parent: base, seq: 3, files: { 'x.txt': `draft of ${slot}` } });
      const files = { 'x.txt': BASE.replace(line, `${line} of ${slot}`), ...(slot === 'B' && { 'b.txt': 'new' }) };
      slots[slot] = (await seedSnapshot(here, { parent: first, seq: 8, files })).hash;
    }
    expect((await compareRunFiles(owner, runId)).items).toMatchObject([
      { path: 'b.txt', state: 'clean', versions: [{ slot: 'B', change: 'added', hash: sha256('new'), bytes: 3 }] },
      { path: 'x.txt', state: 'conflict', versions: [{ slot: 'A' }, { slot: 'B' }, { slot: 'C' }], merged: null },
    ]);
    await damageBlob(slots.C ?? '');
    const { items, damaged } = await compareRunFiles(owner, runId);
    expect(damaged).toMatchObject([{ slot: 'C', message: expect.stringContaining('damaged') }]);
    expect(items[1]).toMatchObject({ state: 'mergeable', merged: 'one of A\ntwo\nthree\nfour\nfive of B\n' });
    expect((await compareRunFiles(owner, before.runId)).items).toMatchObject([
      { path: 'x.txt', state: 'clean', versions: [{ change: 'added' }, { change: 'added' }, { change: 'added' }] },
    ]);
    await expect(compareRunFiles(await insertPerson(), runId)).rejects.toMatchObject({ code: 'not_found' });
  });
});
