import { describe, expect, test } from 'vitest';
import { testDatabaseKinds, useTestDatabase } from '@/db/testing/use-test-database';
import { BackendError } from '@/lib/agents/backend-error';
import { begun, type EvidenceRun, firstOf, outcomes, useEvidenceRuns } from './testing/evidence-runs';
import { evidenceScript, linesOf, textOf } from './testing/evidence-script';
import { teamScript } from './testing/team-script';

const EQUAL = { A: 'It is a lot.\nFinal answer: 9,720 kWh', B: 'Final answer: 9.72 MWh', C: 'Final answer: 12 kWh' };
const IN_WORDS = { A: 'Ask the owner before you move.', B: 'Before moving, talk to the owner.', C: 'Move at once.' };

describe.each(testDatabaseKinds())('a team that decides by evidence on %s', (kind) => {
  useTestDatabase(kind);
  const { finished } = useEvidenceRuns();

  test('P27: the second equal answer ends it; the third call is interrupted at once', async () => {
    const script = evidenceScript({ answers: EQUAL });
    const course = () =>
      finished((call) =>
        call.toolChoice !== 'none' && call.slot === 'C' ? { text: ['Hm'], silent: true } : script(call),
      );
    const runs = [await course(), await course(), await course()];
    const [run] = runs;
    if (!run) throw new Error('There was no run.');
    expect(run.state).toMatchObject({
      status: 'finished',
      winner: { answerId: 'A.1', rule: 'evidence', tally: {}, decidedBy: 'agreement' },
      final: { text: 'The final text.', answerId: 'A.1', presented: true },
      votes: [],
    });
    expect(begun(run)).toEqual(['A coordination', 'B coordination', 'C coordination', 'A presentation']);
    expect(outcomes(run, 'C')).toEqual(['stopped']);
    // Other work on the machine may hold one of them up.
    expect(Math.min(...runs.map(untilInterrupted))).toBeLessThanOrEqual(10);
    expect(firstOf(run, 'classes.found')).toMatchObject({
      classes: [{ answerIds: ['A.1', 'B.1'], how: 'rule' }],
      findings: [{ a: 'A.1', b: 'B.1', is: 'same', by: 'rule' }],
    });
  });

  test('where two agree it takes at most three quarters of the calls that votes take', async () => {
    const evidence = await finished(evidenceScript({ answers: EQUAL }));
    const votes = await finished(teamScript(1), { coordination: { decision: 'votes' } });
    expect(votes.state.status).toBe('finished');
    expect(begun(evidence).length / begun(votes).length).toBeLessThanOrEqual(0.75);
  });

  test('first versions are made without a word of the others, and without a vote', async () => {
    const run = await finished(evidenceScript({ answers: EQUAL }));
    for (const call of run.calls.filter(({ toolChoice }) => toolChoice !== 'none')) {
      expect(call.tools.map(({ name }) => name)).toEqual(['new_answer']);
      expect(textOf(call)).not.toMatch(/kWh|vote/);
    }
  });

  test('P24: what the rule cannot tell is left to a blind comparison, early where it would decide', async () => {
    const script = evidenceScript({ answers: IN_WORDS, isSame: (a, b) => !/at once/.test(a + b) });
    const run = await finished((call) => (call.slot === 'C' ? { text: ['Hm'], silent: true } : script(call)));
    expect(begun(run).filter((call) => call.includes('comparison'))).toEqual(['_compare comparison']);
    expect(run.state.winner).toMatchObject({ answerId: 'A.1', decidedBy: 'agreement' });
    expect(run.state.decision?.classes).toEqual([{ answerIds: ['A.1', 'B.1'], how: 'comparison' }]);
    expect(outcomes(run, 'C')).toEqual(['stopped']);
    expect(run.state.usageBy.map(({ slot, phase }) => `${slot} ${phase}`)).toContain('_compare comparison');
    const [asked] = run.calls.filter(({ slot }) => slot === '_compare');
    expect(asked && linesOf(asked)).toEqual([IN_WORDS.A, IN_WORDS.B]);
    expect(asked && textOf(asked)).not.toMatch(/scripted|agent [A-C]|[A-C]\.1|\bone\b.*\btwo\b/);
  });

  test('P24: a comparison that fails leaves all different, and the run goes on', async () => {
    const script = evidenceScript({ answers: IN_WORDS, scoreOf: (_, text) => (text === IN_WORDS.B ? 9 : 2) });
    const run = await finished((call) =>
      call.slot === '_compare' ? { error: new BackendError('auth', 'The key is wrong.') } : script(call),
    );
    expect(run.state.helpers).toMatchObject([{ slot: '_compare', out: 'quarantined' }]);
    expect(run.state.winner).toMatchObject({ answerId: 'B.1', decidedBy: 'ballots' });
  });

  test('all differ: everybody looks once at one answer of each class, may better its own, then scores blindly', async () => {
    const answers = { A: 'Final answer: 1', B: 'Final answer: 2', C: 'Final answer: 3' };
    const run = await finished(evidenceScript({ answers, scoreOf: (_, text) => (text.includes('3') ? 8 : 1) }));
    expect(begun(run)).toEqual([
      ...['A', 'B', 'C'].map((slot) => `${slot} coordination`),
      ...['A', 'B', 'C'].map((slot) => `${slot} coordination`),
      ...['A', 'B', 'C'].map((slot) => `${slot} ballot`),
      'C presentation',
    ]);
    expect(run.state.winner).toMatchObject({ answerId: 'C.1', decidedBy: 'ballots', tally: {} });
    const looks = run.calls.filter(({ tools }) => tools.some(({ name }) => name === 'keep_answer'));
    expect(looks.map((call) => [...textOf(call).matchAll(/<answer id="(\S+)"/g)].map(([, id]) => id).sort())).toEqual([
      ['B.1', 'C.1'],
      ['A.1', 'C.1'],
      ['A.1', 'B.1'],
    ]);
  });

  test('a look that brings somebody over adds no support: who was shown an answer is no witness for it', async () => {
    const answers = { A: 'Final answer: 1', B: 'Final answer: 2', C: 'Final answer: 3' };
    const revised = { A: 'I was wrong.\nFinal answer: 3' };
    const run = await finished(evidenceScript({ answers, revised, scoreOf: () => 5 }));
    expect(run.state.decision).toMatchObject({ echoes: ['A.2'] });
    expect(run.state.decision?.classes).toContainEqual({ answerIds: ['C.1', 'A.2'], how: 'rule' });
    expect(run.state.winner?.decidedBy).not.toBe('agreement');
  });

  test('P24: supporters that run the same model count half', async () => {
    const answers = { A: 'Final answer: 7', B: 'Final answer: 7', C: 'Final answer: 8', D: 'Final answer: 9' };
    const run = await finished(evidenceScript({ answers }), { agents: 4, models: ['one', 'one', 'two', 'three'] });
    expect(run.events.filter(({ type }) => type === 'answer.posted')).toHaveLength(4);
    expect(run.state.winner).toMatchObject({ answerId: 'A.1' });
  });

  test('agents that act in text decide in the same way', async () => {
    const answers = { A: 'Final answer: 1', B: 'Final answer: 2', C: 'Final answer: 3' };
    const run = await finished(inText({ answers, best: '2' }), { canCallTools: false });
    expect(run.state.status).toBe('finished');
    expect(run.state.winner).toMatchObject({ answerId: 'B.1', decidedBy: 'ballots' });
  });

  test('depth auto: others are asked only while it is open', async () => {
    const run = await finished(evidenceScript({ answers: EQUAL }), { coordination: { depth: 'auto' } });
    expect(begun(run)).toEqual(['A coordination', 'B coordination', 'A presentation']);
    const answers = { ...EQUAL, B: 'Final answer: 1 kWh', C: 'Final answer: 9,720 kWh' };
    const open = await finished(evidenceScript({ answers }), { coordination: { depth: 'auto' } });
    expect(begun(open)).toEqual(['A coordination', 'B coordination', 'C coordination', 'A presentation']);
  });

  test('an agent alone has none of these phases', async () => {
    const run = await finished(() => ({ text: ['Alone.'] }), { agents: 1 });
    expect(begun(run)).toEqual(['A presentation']);
    expect(run.state).toMatchObject({ status: 'finished', winner: null, final: { text: 'Alone.' } });
    expect(run.events.some(({ type }) => type === 'classes.found')).toBe(false);
  });

  test('the presenter has all answers and is told who stands where', async () => {
    const answers = { A: 'Final answer: 7', B: 'Final answer: 8', C: 'Final answer: 7' };
    const script = evidenceScript({ answers });
    const run = await finished(script);
    const presenting = run.calls.at(-1);
    const told = presenting ? textOf(presenting) : '';
    expect(told).toContain('The chosen answer A.1 is that of A and C.');
    expect(told).toContain('B holds B.1 instead.');
    expect(told).toMatch(/<answer id="B\.1"[\s\S]*<answer id="C\.1"|<answer id="C\.1"[\s\S]*<answer id="B\.1"/);
    expect(told).toContain('Do not hide that');
  });
});

/** Milliseconds from the second answer to the end of the third call. */
function untilInterrupted({ events }: EvidenceRun): number {
  const endOf = (slot: string) =>
    events.find((event) => event.type === 'agent.finished' && event.slot === slot)?.at ?? '';
  return Date.parse(endOf('C')) - Date.parse(endOf('B'));
}

/** A model that can only write: it says in its text what it does. */
function inText({ answers, best }: { answers: Record<string, string>; best: string }) {
  const asked = new Set<string>();
  return (call: Parameters<typeof textOf>[0]) => {
    const told = textOf(call);
    if (told.includes('Coordination is over')) return { text: ['The final text.'] };
    const act = (tool: string, args: unknown) => ({
      text: [`\`\`\`json\n${JSON.stringify({ tool, arguments: args })}\n\`\`\``],
    });
    if (told.includes('score_answers')) {
      const scores = linesOf(call).map((text, index) => ({ answer: index + 1, score: text.endsWith(best) ? 9 : 0 }));
      return act('score_answers', { scores, reason: 'It adds up.' });
    }
    const isFirst = !asked.has(call.slot);
    asked.add(call.slot);
    return isFirst
      ? act('new_answer', { content: answers[call.slot] })
      : act('keep_answer', { reason: 'It is right.' });
  };
}
