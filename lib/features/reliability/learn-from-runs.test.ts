import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { getDb } from '@/db/client';
import { testDatabaseKinds, useTestDatabase } from '@/db/testing/use-test-database';
import { MODELS, useEvidenceRuns } from '@/lib/engine/testing/evidence-runs';
import { evidenceScript } from '@/lib/engine/testing/evidence-script';
import { createScriptedBackend } from '@/lib/engine/testing/scripted-backend';
import { seedPerson, seedRun } from '@/lib/engine/testing/seed-run';
import { storedTeam, testTeam } from '@/lib/engine/testing/test-team';
import { chooseAnswer } from '@/lib/features/runs/choose-answer';
import { listWorkspaces } from '@/lib/features/workspaces/list-workspaces';
import { correctKind } from './correct-kind';
import { getReliability } from './get-reliability';

const AGREED = { A: 'Final answer: 2', B: 'Final answer: 1', C: 'Final answer: 1' };

interface Row extends Record<string, unknown> {
  slot: string;
  model: string;
  source: string;
  is_right: boolean;
}

describe.each(testDatabaseKinds())('what a workspace learns from its runs, on %s', (kind) => {
  useTestDatabase(kind);
  const { engineWith, endOf } = useEvidenceRuns();

  const learned = async (runId: string) => {
    const found = await (await getDb()).execute<Row>(
      sql`select slot, model, source, is_right from reliability_observation where run_id = ${runId} order by slot`,
    );
    return found.rows.map(({ slot, model, source, is_right }) => `${slot} ${model} ${source} ${is_right}`);
  };

  /** Everybody answers, since all wait for the last. */
  async function play(answers: Record<string, string>) {
    const person = await seedPerson();
    const engine = await engineWith([createScriptedBackend({ script: evidenceScript({ answers }) })]);
    const coordination = { decision: 'evidence' as const, ballots: 'never' as const };
    const team = storedTeam(testTeam({ models: MODELS, coordination }));
    const run = async () => {
      const { runId, answerMessageId } = await seedRun(person, team);
      engine.submitted();
      return { runId, answerMessageId, ...(await endOf(engine, runId)) };
    };
    return { person, run };
  }

  test('P31: agreement is learned at the end of a run, and never from one run alone known to the next', async () => {
    const { run } = await play(AGREED);
    const [first, second, third] = [await run(), await run(), await run()];
    expect(await learned(first.runId)).toEqual([
      'A one agreement false',
      'B two agreement true',
      'C three agreement true',
    ]);
    expect(second.state.reliability).toBeUndefined();
    const rates = third.state.reliability;
    expect(Object.keys(rates ?? {})).toEqual(['A', 'B', 'C']);
    expect(rates?.A?.rate).toBeLessThan(rates?.B?.rate ?? 0);
    expect(third.state.winner?.answerId).toBe('B.1');
  });

  test('P30: a choice after the end is stored with the message and learned from; the log stays as it is', async () => {
    const { person, run } = await play({ A: 'Final answer: 1', B: 'Final answer: 2', C: 'Final answer: 3' });
    const { runId, answerMessageId, events } = await run();
    expect(await learned(runId)).toEqual([]);
    const actor = { ...person } as Parameters<typeof chooseAnswer>[0];
    const chosen = await chooseAnswer(actor, runId, 'C.1');
    expect(chosen).toMatchObject({ answerId: 'C.1', by: { userId: person.userId } });
    expect(await learned(runId)).toEqual(['A one choice false', 'B two choice false', 'C three choice true']);
    const { rows } = await (await getDb()).execute(
      sql`select m.chosen, m.parts, run.seq, run.result ->> 'final' as final from message m join run on run.answer_message_id = m.id
        where m.id = ${answerMessageId}`,
    );
    expect(rows[0]).toMatchObject({
      chosen,
      parts: [{ type: 'text', text: 'Final answer: 3' }],
      seq: events.length,
      final: 'The final text.',
    });
    await expect(chooseAnswer(actor, runId, 'Z.1')).rejects.toMatchObject({ code: 'invalid' });
    await expect(chooseAnswer({ ...actor, userId: (await seedPerson()).userId }, runId, 'C.1')).rejects.toMatchObject({
      code: 'not_found',
    });
    // What kind of task it was is a person's to say; what is learned later keeps it.
    await correctKind(actor, runId, 'code');
    // Who changes their mind is believed.
    await chooseAnswer(actor, runId, 'A.1');
    expect(await learned(runId)).toEqual(['A one choice true', 'B two choice false', 'C three choice false']);
    const [workspace] = await listWorkspaces(actor);
    const { isOn, items } = await getReliability(actor, workspace?.id ?? '');
    expect(isOn).toBe(true);
    expect(items.map(({ model, kind, rate, runs }) => ({ model, kind, rate, runs }))).toEqual(
      ['one', 'three', 'two'].flatMap((model) => [
        // One run says nothing.
        { model, kind: null, rate: null, runs: 1 },
        { model, kind: 'code', rate: null, runs: 1 },
      ]),
    );
  });
});
