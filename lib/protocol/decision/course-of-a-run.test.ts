import { describe, expect, it } from 'vitest';
import { SimulatedRun } from '../testing/simulated-run';
import { testTeam } from '../testing/test-team';

const usage = { inputTokens: 1, outputTokens: 1, cachedTokens: 0, reasoningTokens: 0, costUsd: null };

function begin(size: number, coordination: Parameters<typeof testTeam>[1] = {}) {
  const { coordination: more, ...rest } = coordination;
  const run = new SimulatedRun(testTeam(size, { ...rest, coordination: { decision: 'evidence', ...more } }));
  for (const { slot, call } of run.state.slots) if (call) run.request(slot);
  return run;
}

const publish = (run: SimulatedRun, slot: string, content: string) => run.act(slot, ['new_answer', { content }]);
const phases = (run: SimulatedRun) =>
  run.events.flatMap((event) => (event.type === 'agent.started' ? [`${event.slot} ${event.phase}`] : []));

describe('the course of a run that is decided by evidence', () => {
  it('P29: a reply that is complete behind the winner is late: it is paid for and not published', () => {
    const run = begin(3);
    publish(run, 'A', 'Final answer: 7');
    run.append({ type: 'usage', slot: 'C', callId: run.callId('C'), ...usage });
    publish(run, 'B', 'Final answer: 7');
    const ended = run.events.find((event) => event.type === 'agent.finished' && event.slot === 'C');
    expect(ended).toMatchObject({ outcome: 'late' });
    expect(run.state.answers.map(({ slot }) => slot)).toEqual(['A', 'B']);
    expect(run.state.usageBy).toMatchObject([{ slot: 'C', phase: 'coordination', requests: 1 }]);
    expect(run.state.slots[2]).toMatchObject({ state: 'done', stateBecause: 'came after it was decided' });
  });

  it('P4: equality is no reason to refuse what another has published, only what the slot itself has', () => {
    const run = begin(3, { coordination: { judge: { slot: 'C' } } });
    expect(publish(run, 'A', 'Yes, of course, by all means.')).toBe(true);
    expect(publish(run, 'B', 'Yes,  of course, by all means.')).toBe(true);
    const steered = begin(2);
    publish(steered, 'A', 'Final answer: 7');
    steered.append({ type: 'steer.received', slot: 'A', text: 'Sure?' });
    steered.request('A');
    expect(publish(steered, 'A', 'Final answer:  7')).toBe(false);
    expect(steered.act('A', ['keep_answer', { reason: 'Yes.' }])).toBe(true);
  });

  it('P5: who has used its answers is not asked to look, and is offered to keep what it has when a person asks', () => {
    const run = begin(2, { coordination: { maxNewAnswersPerAgent: 1 } });
    publish(run, 'A', 'Final answer: 7');
    run.append({ type: 'steer.received', slot: 'A', text: 'Sure?' });
    expect(run.request('A').tools.map(({ name }) => name)).toEqual(['keep_answer']);
    run.act('A', ['keep_answer', { reason: 'Yes.' }]);
    publish(run, 'B', 'Final answer: 8');
    expect(phases(run).filter((call) => call.endsWith('coordination'))).toEqual([
      'A coordination',
      'B coordination',
      'A coordination',
    ]);
    expect(run.state.winner).toMatchObject({ answerId: 'A.1' });
  });

  it('P24: the cheapest member compares; one that keeps its own conversation neither compares nor scores', () => {
    const price = (input: number) => ({ input, cached: 0, output: input, date: null });
    const backend = (model: string, input: number) => ({
      backend: { type: 'demo', model, baseUrl: null, params: {}, price: price(input) },
    });
    const agents = {
      A: backend('dear', 9),
      B: backend('middling', 3),
      C: { ...backend('cheap', 1), keepsConversation: true },
    };
    const run = begin(3, { agents });
    publish(run, 'A', 'Ask the owner first.');
    publish(run, 'B', 'First of all, ask the owner.');
    publish(run, 'C', 'Do not ask anybody.');
    const comparison = run.events.find((event) => event.type === 'agent.started' && event.phase === 'comparison');
    expect(comparison).toMatchObject({ slot: '_compare', as: 'B' });
    // One early, one with everybody's answer.
    for (let round = 0; round < 2; round += 1) {
      run.request('_compare');
      run.act('_compare', ['report_pairs', { pairs: [] }]);
    }
    for (const slot of ['A', 'B', 'C']) {
      run.request(slot);
      run.act(slot, ['keep_answer', { reason: 'Mine.' }]);
    }
    expect(phases(run).filter((call) => call.endsWith('ballot'))).toEqual(['A ballot', 'B ballot']);
  });

  it('P9: where a person decides, they are asked once nothing is open any more', () => {
    const run = begin(2, { coordination: { voteRule: 'human' } });
    publish(run, 'A', 'Final answer: 7');
    publish(run, 'B', 'Final answer: 7');
    expect(run.state.slots.map(({ state }) => state)).toEqual(['waiting for you', 'waiting for you']);
    expect(run.state.winner).toBeNull();
    run.append({ type: 'winner.chosen', answerId: 'B.1', rule: 'human', tally: {}, decidedBy: 'person' });
    expect(phases(run).at(-1)).toBe('B presentation');
  });

  it('a helper that is told to act in text does so from then on', () => {
    const run = begin(2);
    publish(run, 'A', 'Ask the owner first.');
    publish(run, 'B', 'First of all, ask the owner.');
    const callId = run.callId('_compare');
    run.append({ type: 'agent.adapted', slot: '_compare', callId, because: 'no tools', canCallTools: false });
    const { tools, messages } = run.request('_compare');
    expect(tools).toEqual([]);
    expect(JSON.stringify(messages)).toContain('fenced JSON block');
  });
});
