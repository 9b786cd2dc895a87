import { afterAll, describe, expect, test } from 'vitest';
import { insertApiKey } from '@/db/queries/api-keys/insert-api-key';
import { findRunTeam } from '@/db/queries/runs/find-run-team';
import { testDatabaseKinds, useTestDatabase } from '@/db/testing/use-test-database';
import type { TeamDefinition } from '@/db/types/team-definition';
import { seedPerson } from '@/lib/engine/testing/seed-run';
import { eventsOf } from '@/lib/engine/testing/test-engine';
import { getConversation } from '@/lib/features/conversations/get-conversation';
import type { Actor } from '@/lib/platform/auth/actor';
import { hashApiKey } from '@/lib/platform/auth/hash-api-key';
import { getEngine, stopEngine } from '@/lib/runtime/engine';
import { controlRun } from './control-run';
import { createRun } from './create-run';
import { eventCursor } from './event-cursor';
import { getRun } from './get-run';
import { readRunEvents } from './read-run-events';
import { rewriteQuestion } from './rewrite-question';
import { steerRun } from './steer-run';

async function newActor(): Promise<Actor> {
  const { userId } = await seedPerson();
  // A key that exists: a stream ends with the right on which it was opened.
  const apiKeyId = await insertApiKey({ userId, name: 'Test', hash: hashApiKey(userId), prefix: 'mg_' });
  if (!apiKeyId) throw new Error('The key is not new.');
  return { userId, email: 'x@example.test', name: 'X', role: 'member', via: { kind: 'apiKey', apiKeyId } };
}

describe.each(testDatabaseKinds())('runs, with the job queue and the demo team, on %s', (kind) => {
  useTestDatabase(kind);
  afterAll(() => stopEngine());

  const request = { input: 'Which is larger, 12 or 7?\nSay why.', team: 'demo' };

  test('a question runs to its end; a follow-up waits for it and knows it', async () => {
    const actor = await newActor();
    const run = await createRun(actor, request);
    expect(run).toMatchObject({ status: 'running', answers: [], winner: null });
    const followUp = await createRun(actor, { ...request, conversationId: run.conversationId });
    await expect.poll(() => getRun(actor, run.id).then(({ status }) => status)).toBe('running');
    expect((await getRun(actor, followUp.id)).status).toBe('queued');
    const events = eventsOf(await new Response(await readRunEvents(actor, run.id, 0)).text());
    expect(events.at(-1)?.type).toBe('run.finished');
    const done = await getRun(actor, run.id);
    expect(done).toMatchObject({ status: 'finished', conversationId: run.conversationId });
    expect(done.answers.map(({ answerId }) => answerId)).toContain(done.winner);
    expect(done.final).toBeTruthy();
    await expect.poll(() => getRun(actor, followUp.id).then(({ status }) => status)).toBe('running');
    await controlRun(actor, followUp.id, { type: 'stop' });
    await expect.poll(() => getRun(actor, followUp.id).then(({ status }) => status)).toBe('stopped');
    await expect(controlRun(actor, run.id, { type: 'stop' })).rejects.toMatchObject({ code: 'conflict' });
    await expect(steerRun(actor, run.id, { text: ' ' })).rejects.toMatchObject({ code: 'invalid' });
  });

  test('a follow-up that waits is worded anew by who has asked it, until it has begun', async () => {
    const actor = await newActor();
    const run = await createRun(actor, request);
    const team = { name: 'Quick', agents: [{ backend: { type: 'demo', params: { tokensPerSecond: 2000 } } }] };
    const followUp = await createRun(actor, { team, conversationId: run.conversationId, input: 'What is 2 + 2?' });
    await rewriteQuestion(actor, followUp.id, 'What is 20 + 3?');
    const stranger = await newActor();
    await expect(rewriteQuestion(stranger, followUp.id, 'Mine.')).rejects.toMatchObject({ code: 'not_found' });
    await expect(rewriteQuestion(actor, followUp.id, '  ')).rejects.toMatchObject({ code: 'invalid' });
    await controlRun(actor, run.id, { type: 'stop' });
    await expect
      .poll(() => getRun(actor, followUp.id).then(({ status }) => status), { timeout: 20_000 })
      .toBe('finished');
    expect((await getRun(actor, followUp.id)).final).toContain('23');
    await expect(rewriteQuestion(actor, followUp.id, 'Too late.')).rejects.toMatchObject({ code: 'conflict' });
  });

  test('a question is asked again beside its answer, with its checks, and another one beside the question', async () => {
    const actor = await newActor();
    const checks = [{ kind: 'pattern', pattern: '12' }];
    const team: TeamDefinition = {
      name: 'Two',
      agents: ['A', 'B'].map((slot) => ({ slot, backend: { type: 'demo' } })),
      coordination: { decision: 'evidence' },
    };
    const first = await createRun(actor, { input: 'Which?', team, checks });
    const place = { team, conversationId: first.conversationId };
    const read = async () => (await getConversation(actor, first.conversationId, 'all')).messages;
    const [question] = await read();
    expect(question).toMatchObject({ checks });

    const again = await createRun(actor, { ...place, input: '', parentMessageId: question?.id });
    const shown = await getConversation(actor, first.conversationId);
    expect(shown.messages).toMatchObject([{ id: question?.id }, { runId: again.id, parentId: question?.id }]);
    expect(shown.messages[1]?.siblingIds).toHaveLength(2);
    expect((await findRunTeam(actor, again.id))?.coordination).toMatchObject({ checks });

    const edited = await createRun(actor, { ...place, input: 'Which one?', parentMessageId: question?.id });
    const { messages } = await getConversation(actor, first.conversationId);
    expect(messages).toMatchObject([{ parentId: null, checks: null }, { runId: edited.id }]);
    expect(messages[0]?.siblingIds).toEqual([question?.id, messages[0]?.id]);
    expect((await findRunTeam(actor, edited.id))?.coordination).not.toHaveProperty('checks');
    for (const { id } of [first, again, edited]) await controlRun(actor, id, { type: 'stop' }).catch(() => {});
  });

  test('what cannot be is refused with the right code', async () => {
    const actor = await newActor();
    await expect(createRun(actor, { ...request, input: ' \0 ' })).rejects.toMatchObject({ code: 'invalid' });
    await expect(createRun(actor, { ...request, input: 'x'.repeat(200_001) })).rejects.toMatchObject({
      code: 'invalid',
    });
    const elsewhere = { ...request, conversationId: crypto.randomUUID() };
    await expect(createRun(actor, elsewhere)).rejects.toMatchObject({ code: 'not_found' });
    const nowhere = { ...request, parentMessageId: crypto.randomUUID() };
    await expect(createRun(actor, nowhere)).rejects.toMatchObject({ code: 'invalid' });
    await expect(getRun(actor, crypto.randomUUID())).rejects.toMatchObject({ code: 'not_found' });
  });

  test('strangers see and control nothing', async () => {
    const actor = await newActor();
    const run = await createRun(actor, request);
    const stranger = await newActor();
    await expect(getRun(stranger, run.id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(readRunEvents(stranger, run.id, 0)).rejects.toMatchObject({ code: 'not_found' });
    await expect(controlRun(stranger, run.id, { type: 'stop' })).rejects.toMatchObject({ code: 'not_found' });
    const intrusion = { ...request, conversationId: run.conversationId };
    await expect(createRun(stranger, intrusion)).rejects.toMatchObject({ code: 'not_found' });
    await controlRun(actor, run.id, { type: 'stop' });
  });

  test('too many waiting runs of one person are refused with a time to try again', async () => {
    process.env.MASSGEN_MAX_RUNS_PER_USER = '1';
    process.env.MASSGEN_MAX_QUEUED_PER_USER = '1';
    try {
      const actor = await newActor();
      const runs = [await createRun(actor, request), await createRun(actor, request)];
      const refusal = createRun(actor, request);
      await expect(refusal).rejects.toMatchObject({ code: 'rate_limited', retryAfterSeconds: expect.any(Number) });
      for (const run of runs) await controlRun(actor, run.id, { type: 'stop' });
    } finally {
      delete process.env.MASSGEN_MAX_RUNS_PER_USER;
      delete process.env.MASSGEN_MAX_QUEUED_PER_USER;
    }
  });

  test('the engine is one per process and can be stopped and started again', async () => {
    expect(await getEngine()).toBe(await getEngine());
    const before = await getEngine();
    await stopEngine();
    expect(await getEngine()).not.toBe(before);
    await stopEngine({ forGood: true });
    await expect(getEngine()).rejects.toMatchObject({ code: 'unavailable' });
  });
});

test('the cursor: Last-Event-ID wins, anything but a whole number is malformed', () => {
  const cursor = (query: string, header?: string) =>
    eventCursor(new Request(`http://x/${query}`, { headers: header === undefined ? {} : { 'last-event-id': header } }));
  expect(cursor('')).toBe(0);
  expect(cursor('?after=7')).toBe(7);
  expect(cursor('?after=7', '9')).toBe(9);
  for (const bad of ['-1', '1.5', 'x', '99999999999']) expect(() => cursor(`?after=${bad}`)).toThrow('cursor');
  expect(() => cursor('?after=7', 'x')).toThrow('cursor');
});
