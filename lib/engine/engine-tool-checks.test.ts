import { describe, expect, test } from 'vitest';
import { testDatabaseKinds, useTestDatabase } from '@/db/testing/use-test-database';
import type { AgentCall } from '@/lib/agents/backend';
import type { Check, ToolCheck } from '@/lib/protocol/decision/checks/check';
import type { Coordination } from '@/lib/protocol/team';
import { type EvidenceRun, firstOf, MODELS, useEvidenceRuns } from './testing/evidence-runs';
import { evidenceScript, textOf } from './testing/evidence-script';
import { createScriptedBackend, type ScriptedStep } from './testing/scripted-backend';
import { seedPerson, seedRun } from './testing/seed-run';
import { untilEvent } from './testing/test-engine';
import { storedTeam, testTeam } from './testing/test-team';
import { createTestSource, WORKSHOP } from './testing/test-tools';
import type { Invocation, ToolOutcome } from './tool-source';

const answers = { A: 'Final answer: 1', B: 'Final answer: 2', C: 'Final answer: 3' };

const measure = (more: Partial<ToolCheck & Pick<Check, 'decisive'>> = {}): Check => ({
  kind: 'mcp',
  name: 'gauge',
  server: WORKSHOP,
  tool: 'measure',
  arguments: { what: '$answer', by: { rule: 7 } },
  passes: null,
  decisive: false,
  ...more,
});

/** Finds right what says 3. */
async function gauge({ arguments: given }: Invocation): Promise<ToolOutcome> {
  const isRight = JSON.stringify(given).includes('answer: 3');
  return { text: isRight ? 'It fits.' : 'It is too short.', isError: !isRight, structured: { fits: isRight } };
}

function foundIn({ events }: EvidenceRun): string[] {
  const found = events.flatMap((event) =>
    event.type === 'check.finished' ? [`${event.answerId} ${event.outcome}`] : [],
  );
  return found.sort();
}

describe.each(testDatabaseKinds())('P32: answers that a tool checks, on %s', (kind) => {
  useTestDatabase(kind);
  const { finished, begin, engineWith, endOf } = useEvidenceRuns();
  const once = (check: Check, more: Partial<Coordination> = {}) => ({
    coordination: { checks: [check], maxNewAnswersPerAgent: 1, ...more },
  });

  test('it is given each answer as agreed, and its word decides', async () => {
    const source = createTestSource({ measure: { run: gauge } });
    const run = await finished(evidenceScript({ answers }), once(measure({ decisive: true })), { tools: [source] });
    expect(foundIn(run)).toEqual(['A.1 fail', 'B.1 fail', 'C.1 pass']);
    expect(run.state.winner).toMatchObject({ answerId: 'C.1', decidedBy: 'evidence' });
    expect(source.runs.map(({ phase, arguments: given }) => [phase, given])).toEqual(
      expect.arrayContaining(Object.values(answers).map((what) => ['check', { what, by: { rule: 7 } }])),
    );
    expect(source.runs).toHaveLength(3);
  });

  test('who fails is told what it says; what it was given is told to nobody', async () => {
    const source = createTestSource({ measure: { run: async () => ({ text: 'It is too short.', isError: true }) } });
    const check = measure({ arguments: { what: '$answer', expected: 'secret-3' } });
    const script = evidenceScript({ answers, revised: { A: 'Final answer: 4' } });
    const run = await finished(script, { coordination: { checks: [check] } }, { tools: [source] });
    expect(run.state.answers.map(({ answerId }) => answerId)).toContain('A.2');
    const told = run.calls.filter((call) => textOf(call).includes('“gauge” failed (It is too short.)'));
    expect([...new Set(told.map(({ slot }) => slot))].sort()).toEqual(['A', 'B', 'C']);
    for (const call of run.calls) expect(textOf(call)).not.toContain('secret-3');
  });

  test('it may say so in what it gives as data', async () => {
    const source = createTestSource({ measure: { run: async (use) => ({ ...(await gauge(use)), isError: false }) } });
    const run = await finished(evidenceScript({ answers }), once(measure({ passes: '/fits' })), { tools: [source] });
    expect(foundIn(run)).toEqual(['A.1 fail', 'B.1 fail', 'C.1 pass']);
  });

  test.each<{
    that: string;
    tools: Parameters<typeof createTestSource>[0];
    check?: Partial<ToolCheck>;
    rules?: Partial<Coordination>;
    words: string;
    runs: number;
  }>([
    { that: 'is not there', tools: {}, words: 'no tool “measure”', runs: 0 },
    { that: 'would ask a person', tools: { measure: { decision: 'ask' } }, words: 'asks a person first', runs: 0 },
    { that: 'is forbidden', tools: { measure: { decision: 'deny' } }, words: 'The rules of the workshop', runs: 0 },
    { that: 'may change things', tools: { measure: { effects: 'unknown' } }, words: 'may change things', runs: 0 },
    {
      that: 'changes things once more',
      tools: { measure: { effects: 'changes' } },
      rules: { sideEffects: 'allow' },
      words: 'called twice',
      runs: 0,
    },
    {
      that: 'cannot be asked',
      tools: { measure: { run: async () => ({ text: 'It is away.', isError: true, isUnanswered: true }) } },
      words: 'It is away.',
      runs: 3,
    },
    { that: 'gives nothing to read', tools: { measure: {} }, check: { passes: '/fits' }, words: '“/fits”', runs: 3 },
  ])(
    'a tool that $that is no evidence, and the run goes on without it',
    async ({ tools, check, rules, words, runs }) => {
      const source = createTestSource(tools);
      const run = await finished(evidenceScript({ answers }), once(measure(check), rules), { tools: [source] });
      expect(foundIn(run)).toEqual(['A.1 none', 'B.1 none', 'C.1 none']);
      expect(firstOf(run, 'check.finished')?.because).toContain(words);
      expect(run.state.status).toBe('finished');
      expect(source.runs).toHaveLength(runs);
    },
  );

  /** C does not come to an answer, so the run goes on. */
  const withoutC = (call: AgentCall): ScriptedStep =>
    call.slot === 'C' ? { text: ['Hm '], silent: true } : evidenceScript({ answers })(call);

  test('it is told when the run ends before it', async () => {
    const source = createTestSource({ measure: { ms: 60_000 } });
    const backend = createScriptedBackend({ script: withoutC });
    const { engine, runId, end } = await begin([backend], once(measure()), { tools: [source] });
    await expect.poll(() => source.runs.length).toBe(2);
    expect(await engine.control(runId, { type: 'stop' })).toEqual({ ok: true });
    expect(foundIn(await end())).toEqual([]);
    await expect.poll(() => source.runs.filter(({ abortedAt }) => abortedAt !== null).length).toBe(2);
  });

  test('P22: after a crash it is asked again about what it had not said', async () => {
    const slow = createTestSource({
      measure: { run: (use, _host, signal) => (isAbout(use, 'A') ? gauge(use) : untilAborted(signal)) },
    });
    const first = await engineWith([createScriptedBackend({ script: withoutC })], { tools: [slow] });
    const coordination = { decision: 'evidence' as const, ...once(measure()).coordination };
    const { runId } = await seedRun(await seedPerson(), storedTeam(testTeam({ models: MODELS, coordination })));
    first.submitted();
    await untilEvent(first, runId, ({ type }) => type === 'check.finished');
    await expect.poll(() => slow.runs.length).toBe(2);
    await first.abandon();
    const quick = createTestSource({ measure: { run: gauge } });
    const script = evidenceScript({ answers });
    const second = await engineWith([createScriptedBackend({ script })], { tools: [quick] });
    const run = await endOf(second, runId);
    expect(foundIn(run)).toEqual(['A.1 fail', 'B.1 fail', 'C.1 pass']);
    expect(quick.runs.filter((use) => JSON.stringify(use).includes(answers.A))).toEqual([]);
    expect(run.state.winner?.answerId).toBe('C.1');
  });
});

function isAbout({ arguments: given }: Invocation, slot: keyof typeof answers): boolean {
  return JSON.stringify(given).includes(answers[slot]);
}

function untilAborted(signal: AbortSignal): Promise<ToolOutcome> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }));
}
