import { describe, expect, test } from 'vitest';
import { testDatabaseKinds, useTestDatabase } from '@/db/testing/use-test-database';
import type { AgentCall } from '@/lib/agents/backend';
import type { Check } from '@/lib/protocol/decision/checks/check';
import type { CallPhase, RunEvent } from '@/lib/protocol/event';
import type { JudgeChoice } from '@/lib/protocol/team';
import { begun, MODELS, outcomes, useEvidenceRuns } from './testing/evidence-runs';
import { type EvidenceScript, evidenceScript, textOf } from './testing/evidence-script';
import { createScriptedBackend } from './testing/scripted-backend';
import { seedPerson, seedRun } from './testing/seed-run';
import { type TestEngine, untilEvent } from './testing/test-engine';
import { storedTeam, type TestTeamOptions, testTeam } from './testing/test-team';

const SPLIT = { A: 'Final answer: 1', B: 'Final answer: 2', C: 'Final answer: 3' };
const IN_WORDS = { A: 'Ask the owner before you move.', B: 'Before moving, talk to the owner.', C: 'Move at once.' };
const ENDLESS = Array.from({ length: 100_000 }, () => 'word ');
const JUDGE: JudgeChoice = { slot: 'B' };

const CRITIC: Check = { name: 'tone', kind: 'critic', rubric: 'It is polite.', decisive: false };

const FORM: Check = { name: 'form', kind: 'pattern', pattern: 'answer', flags: '', decisive: false };

/** By which tool a call is known to be of the phase. */
const TOOL = {
  comparison: 'report_pairs',
  ballot: 'score_answers',
  judge: 'choose_answer',
  look: 'keep_answer',
  check: 'report_check',
};
type Phase = keyof typeof TOOL;

/** In which team, with which answers, the phase comes. */
const CASES: Record<Phase, { script: EvidenceScript; team: TestTeamOptions }> = {
  comparison: { script: { answers: IN_WORDS, isSame: (a, b) => !/at once/.test(a + b) }, team: {} },
  check: { script: { answers: SPLIT }, team: { coordination: { checks: [FORM, CRITIC] } } },
  look: { script: { answers: SPLIT }, team: {} },
  ballot: { script: { answers: SPLIT, scoreOf: (_, text) => (text === SPLIT.B ? 9 : 1) }, team: {} },
  judge: {
    script: { answers: SPLIT, prefers: (texts) => texts.indexOf(SPLIT.B) + 1 },
    team: { coordination: { judge: JUDGE } },
  },
};
const PHASES = Object.keys(CASES) as Phase[];

const isIn = (call: AgentCall, phase: Phase) => call.tools.some(({ name }) => name === TOOL[phase]);

describe.each(testDatabaseKinds())('people and crashes where a team decides by evidence, on %s', (kind) => {
  useTestDatabase(kind);
  const { begin, engineWith, endOf } = useEvidenceRuns();

  /** A run whose calls of the phase say one word and then nothing, until `release`d. */
  async function heldIn(phase: Phase, team: TestTeamOptions = {}, endless = false) {
    const { script, team: usual } = CASES[phase];
    const answer = evidenceScript(script);
    let isHeld = true;
    const backend = createScriptedBackend({
      script: (call) => {
        if (!isHeld || !isIn(call, phase)) return answer(call);
        return endless ? { text: ENDLESS, tokenMs: 1 } : { text: ['Hm '], silent: true };
      },
    });
    const options = { ...usual, ...team, coordination: { ...usual.coordination, ...team.coordination } };
    const { engine, runId, end } = await begin([backend], options);
    if (!endless) await untilInPhase(engine, runId, phase);
    return { engine, runId, end, backend, release: () => (isHeld = false) };
  }

  function untilInPhase(engine: TestEngine, runId: string, phase: Phase): Promise<RunEvent> {
    const wanted: CallPhase = phase === 'look' ? 'coordination' : phase;
    const inPhase = new Set<string>();
    return untilEvent(engine, runId, (event) => {
      if (event.type === 'agent.started' && event.phase === wanted && (phase !== 'look' || event.lines))
        inPhase.add(event.callId);
      return event.type === 'agent.delta' && inPhase.has(event.callId);
    });
  }

  test.each(PHASES)('answer now ends the %s: the best there is wins', async (phase) => {
    const { engine, runId, end } = await heldIn(phase);
    expect(await engine.control(runId, { type: 'answerNow' })).toEqual({ ok: true });
    const run = await end();
    expect(run.state).toMatchObject({ status: 'finished', final: { presented: true } });
    expect(run.state.winner?.decidedBy).toBeDefined();
  });

  test.each(PHASES)('stop ends the %s and keeps the best answer', async (phase) => {
    const { engine, runId, end } = await heldIn(phase);
    expect(await engine.control(runId, { type: 'stop' })).toEqual({ ok: true });
    const run = await end();
    expect(run.state).toMatchObject({ status: 'stopped', final: { answerId: expect.stringMatching(/^[ABC]\.1$/) } });
    expect([...run.state.slots, ...(run.state.helpers ?? [])].every(({ call }) => call === null)).toBe(true);
  });

  test.each(PHASES)('P30: a person’s choice beats the %s', async (phase) => {
    const { engine, runId, end } = await heldIn(phase);
    const answerId = phase === 'comparison' ? 'B.1' : 'C.1';
    await untilEvent(engine, runId, (event) => event.type === 'answer.posted' && event.answerId === answerId);
    expect(await engine.control(runId, { type: 'choose', answerId })).toEqual({ ok: true });
    const run = await end();
    expect(run.state).toMatchObject({ status: 'finished', winner: { answerId, rule: 'human', decidedBy: 'person' } });
  });

  // What a comparison or a critic says of answers that stay holds.
  test.each(PHASES.slice(2))(
    'a person’s steering in the %s voids what was said, and everybody is asked again',
    async (phase) => {
      const { engine, runId, end, backend, release } = await heldIn(phase);
      const before = backend.calls.length;
      release();
      expect(await engine.control(runId, { type: 'steer', text: 'Mind the heating.' })).toEqual({ ok: true });
      const run = await end();
      expect(run.state.status).toBe('finished');
      const asked = backend.calls.slice(before).filter((call) => textOf(call).includes('Mind the heating.'));
      for (const slot of ['A', 'B', 'C']) expect(asked.some((call) => call.slot === slot)).toBe(true);
    },
  );

  test('a person’s steering in a comparison: everybody is asked again, and what it finds of answers that stay holds', async () => {
    const answer = evidenceScript(CASES.comparison.script);
    const gate = Promise.withResolvers<void>();
    const backend = createScriptedBackend({
      script: async (call) => {
        if (isIn(call, 'comparison')) await gate.promise;
        return answer(call);
      },
    });
    const { engine, runId, end } = await begin([backend]);
    await untilEvent(engine, runId, (event) => event.type === 'agent.started' && event.slot === '_compare');
    const asked = Promise.all(
      ['A', 'B'].map((slot) =>
        untilEvent(engine, runId, (event) => event.type === 'context.delivered' && event.slot === slot),
      ),
    );
    await engine.control(runId, { type: 'steer', text: 'Mind the heating.' });
    await asked;
    gate.resolve();
    const run = await end();
    expect(run.state.winner).toMatchObject({ decidedBy: 'agreement' });
    expect(begun(run).filter((call) => call.startsWith('_compare')).length).toBeLessThanOrEqual(2);
  });

  test('after the winner is chosen only the presenter hears a person, and the winner stays', async () => {
    const answer = evidenceScript({ answers: { A: SPLIT.A, B: SPLIT.A, C: SPLIT.C } });
    let isHeld = true;
    const backend = createScriptedBackend({
      script: (call) => (isHeld && call.toolChoice === 'none' ? { text: ['So '], silent: true } : answer(call)),
    });
    const { engine, runId, end } = await begin([backend]);
    await untilEvent(engine, runId, (event) => event.type === 'final.delta');
    const before = backend.calls.length;
    isHeld = false;
    expect(await engine.control(runId, { type: 'steer', text: 'Shorter.' })).toEqual({ ok: true });
    const run = await end();
    expect(run.state).toMatchObject({ status: 'finished', winner: { answerId: 'A.1', decidedBy: 'agreement' } });
    expect(backend.calls.slice(before).map(({ slot, toolChoice }) => `${slot} ${toolChoice}`)).toEqual(['A none']);
    expect(run.events.filter(({ type }) => type === 'winner.chosen')).toHaveLength(1);
  });

  test('steering before: what was said counts for nothing until its author has heard the person', async () => {
    const answer = evidenceScript({ answers: { A: SPLIT.A, B: SPLIT.A, C: SPLIT.C } });
    const gate = Promise.withResolvers<void>();
    const backend = createScriptedBackend({
      script: async (call) => {
        if (call.slot === 'B' && !textOf(call).includes('Look at A.')) await gate.promise;
        if (call.slot === 'C' && call.toolChoice !== 'none') return { text: ['Hm'], silent: true };
        return answer(call);
      },
    });
    const { engine, runId, end } = await begin([backend]);
    await untilEvent(engine, runId, (event) => event.type === 'answer.posted' && event.slot === 'A');
    await engine.control(runId, { type: 'steer', slot: 'A', text: 'Look again.' });
    gate.resolve();
    const run = await end();
    const kept = run.events.find((event) => event.type === 'tool.called' && event.tool === 'keep_answer');
    const won = run.events.find(({ type }) => type === 'winner.chosen');
    expect(kept).toMatchObject({ slot: 'A' });
    expect(won?.seq).toBeGreaterThan(kept?.seq ?? 0);
    expect(run.state.winner).toMatchObject({ decidedBy: 'agreement' });
    expect(outcomes(run, 'C')).toEqual(['stopped']);
  });

  test.each(PHASES)('P16: a budget that is used up in the %s ends it, and the best there is stands', async (phase) => {
    const { end } = await heldIn(phase, { limits: { maxTokens: 1_200 } }, true);
    const run = await end();
    expect(run.state.boundsHit.map(({ bound }) => bound)).toEqual(['maxTokens']);
    expect(run.state).toMatchObject({ status: 'finished', final: { presented: false } });
    expect(run.state.usage.estimatedTokens).toBeGreaterThan(0);
    expect(run.state.usage.inputTokens + run.state.usage.outputTokens).toBeLessThan(8_000);
  });

  test.each(PHASES)('the time of the turn ends the %s', async (phase) => {
    const { end } = await heldIn(phase, { limits: { turnSeconds: 3 } });
    const run = await end();
    expect(run.state).toMatchObject({ status: 'finished', final: { presented: true } });
    expect(run.state.boundsHit.map(({ bound }) => bound)).toContain('turnSeconds');
  });

  test.each(PHASES)('silence in the %s ends by its bound and is tried again', async (phase) => {
    const { end, release } = await heldIn(phase, { limits: { idleSeconds: 0.3 } });
    release();
    const run = await end();
    expect(run.state).toMatchObject({ status: 'finished', final: { presented: true } });
    expect(run.events.some((event) => event.type === 'agent.failed' && event.error.code === 'timeout')).toBe(true);
    expect(run.state.boundsHit.map(({ bound }) => bound)).toContain('idleSeconds');
  });

  test.each(PHASES)('P22: a crash in the %s: what had ended is not asked again, and the run ends', async (phase) => {
    const { script, team } = CASES[phase];
    const answer = evidenceScript(script);
    const held = createScriptedBackend({
      script: (call) => (isIn(call, phase) ? { text: ['Hm '], silent: true } : answer(call)),
    });
    const first = await engineWith([held]);
    const coordination = { decision: 'evidence' as const, ...team.coordination };
    const { runId } = await seedRun(
      await seedPerson(),
      storedTeam(testTeam({ models: MODELS, ...team, coordination })),
    );
    first.submitted();
    await untilInPhase(first, runId, phase);
    await first.abandon();
    const second = await engineWith([createScriptedBackend({ script: answer })]);
    const run = await endOf(second, runId);
    expect(run.state.status).toBe('finished');
    const resumed = run.events.findIndex(({ type }) => type === 'run.resumed');
    expect(resumed).toBeGreaterThan(0);
    const ended = run.events
      .slice(0, resumed)
      .flatMap((event) => (event.type === 'agent.finished' && event.outcome === 'acted' ? [event.callId] : []));
    const places = new Set(
      run.events.flatMap((event) =>
        event.type === 'agent.started' && ended.includes(event.callId) ? [placeOf(event)] : [],
      ),
    );
    const again = run.events
      .slice(resumed)
      .flatMap((event) => (event.type === 'agent.started' ? [placeOf(event)] : []));
    expect(again.filter((place) => places.has(place))).toEqual([]);
    const checked = run.events.flatMap((event) =>
      event.type === 'check.finished' ? [`${event.answerId} ${event.check}`] : [],
    );
    expect(new Set(checked).size).toBe(checked.length);
    expect(run.state.answers.map(({ answerId }) => answerId)).not.toContain('A.2');
    expect(begun(run).at(-1)).toMatch(/presentation$/);
  });
});

/** A call by what it is about: the same of it twice would be a repetition. */
function placeOf({ slot, phase, lines = [] }: Extract<RunEvent, { type: 'agent.started' }>): string {
  return `${slot} ${phase} ${lines.join(' ')}`;
}
