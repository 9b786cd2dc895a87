import { beforeAll, describe, expect, it } from 'vitest';
import { insertPerson } from '@/db/testing/insert-person';
import { insertRun } from '@/db/testing/insert-run';
import { useTestDatabase } from '@/db/testing/use-test-database';
import type { RunResult } from '@/db/types/run-result';
import { newConversationInput } from './conversation-input';
import { createConversation } from './create-conversation';
import { readBranch } from './read-branch';
import { readTurns } from './read-turns';
import { updateConversation } from './update-conversation';

const RESULT: RunResult = {
  final: 'Yes.',
  answerId: 'A.1',
  presented: true,
  rule: null,
  tally: {},
  error: null,
  slots: [],
  answers: 1,
  votes: 0,
  durationMs: 1,
  inputTokens: 1,
  outputTokens: 1,
  costUsd: null,
};

describe('the turns of a page', () => {
  useTestDatabase();
  let owner: Awaited<ReturnType<typeof insertPerson>>;
  let id = '';
  const asked: Awaited<ReturnType<typeof insertRun>>[] = [];

  const ask = async (finals: (string | null)[]) => {
    const { id } = await createConversation(owner, newConversationInput.parse({}));
    const made: typeof asked = [];
    for (const final of finals) {
      made.push(
        await insertRun({
          workspaceId: owner.workspaceId,
          conversationId: id,
          userId: owner.userId,
          parentId: made.at(-1)?.answerMessageId,
          ...(final === null ? { status: 'running' } : { status: 'finished', result: { ...RESULT, final } }),
        }),
      );
    }
    return { id, made };
  };
  const read = async (conversationId: string, query: Partial<Parameters<typeof readTurns>[2]> = {}) => {
    const page = await readTurns(owner, await readBranch(owner, conversationId), { limit: 3, ...query });
    return { ...page, ids: page.turns.map(({ messageId }) => messageId) };
  };

  beforeAll(async () => {
    owner = await insertPerson();
    const talk = await ask(['1', '2', '3', '4', '5', '6', '7']);
    id = talk.id;
    asked.push(...talk.made);
  });
  const questions = (from: number, to: number) => asked.slice(from, to).map(({ messageId }) => messageId);

  it('are the newest, and then those before them, each knowing what it follows', async () => {
    const newest = await read(id);
    expect(newest.ids).toEqual(questions(4, 7));
    expect(newest.earlier).toBe(true);
    expect(newest.turns.map(({ after }) => after)).toEqual(asked.slice(3, 6).map((turn) => turn.answerMessageId));
    expect(newest.turns[2]?.run).toMatchObject({ status: 'finished', result: { final: '7', finalCutFrom: null } });
    const before = await read(id, { before: newest.ids[0] });
    expect(before.ids).toEqual(questions(1, 4));
    const first = await read(id, { before: before.ids[0] });
    expect([first.ids, first.earlier, first.turns[0]?.after]).toEqual([questions(0, 1), false, null]);
  });

  it('go back to a message or run that is asked for, and only to one of the branch', async () => {
    for (const from of [asked[1]!.messageId, asked[1]!.answerMessageId, asked[1]!.runId]) {
      expect((await read(id, { before: asked[6]!.messageId, from, limit: 1 })).ids).toEqual(questions(1, 6));
    }
    await expect(read(id, { from: owner.userId })).rejects.toMatchObject({ code: 'not_found' });
    await expect(read(id, { before: owner.userId })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('are fewer where texts are long, and of a huge one there is the beginning', async () => {
    const paragraph = `${'word '.repeat(199)}end\n\n`;
    const long = await ask(['first', paragraph.repeat(8), paragraph.repeat(200)]);
    const { turns, earlier, ids } = await read(long.id);
    expect([ids, earlier]).toEqual([[long.made[2]!.messageId], true]);
    const result = turns[0]?.run?.result;
    expect(result?.finalCutFrom).toBe(paragraph.length * 200);
    expect(result?.final).toMatch(/end$/);
    expect(result?.final?.length).toBeLessThanOrEqual(16_000);
    expect((await read(long.id, { limit: 10 })).ids).toHaveLength(3);
  });

  it('have every run that goes on, however old it is', async () => {
    const open = await ask(['1', '2', null, '4', '5', '6', '7']);
    expect((await read(open.id)).ids).toEqual(open.made.slice(2).map(({ messageId }) => messageId));
  });

  it('are those of the branch that is shown, with the ends of the others', async () => {
    const other = await insertRun({
      workspaceId: owner.workspaceId,
      conversationId: id,
      userId: owner.userId,
      parentId: asked[5]!.answerMessageId,
      status: 'finished',
      result: RESULT,
    });
    await updateConversation(owner, id, { activeLeafId: asked[6]!.answerMessageId });
    const { turns } = await read(id, { limit: 1 });
    expect(turns[0]?.messageId).toBe(asked[6]!.messageId);
    expect(turns[0]?.questionBranches).toEqual({
      leafIds: [asked[6]!.answerMessageId, other.answerMessageId],
      shown: 0,
    });
  });
});
