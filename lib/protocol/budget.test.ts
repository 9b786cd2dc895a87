import { describe, expect, it } from 'vitest';
import { SimulatedRun } from './testing/simulated-run';
import { testTeam } from './testing/test-team';

const PRICE = { input: 1, cached: 0.1, output: 10_000, date: '2026-01-02' };
const answer = (content: string): [string, unknown] => ['new_answer', { content }];
const vote = (id: string): [string, unknown] => ['vote', { answer_id: id, reason: 'It is right.' }];
const slotOf = (run: SimulatedRun, slot: string) => run.state.slots.find((state) => state.slot === slot)!;
/** As many characters as make so many tokens by the estimate. */
const tokens = (count: number) => 'abcd'.repeat(count);
const boundsOf = (run: SimulatedRun) => run.state.boundsHit.map(({ bound }) => bound);

function usage(
  run: SimulatedRun,
  slot: string,
  inputTokens: number,
  outputTokens: number,
  costUsd: number | null = null,
) {
  const figures = { inputTokens, outputTokens, cachedTokens: 0, reasoningTokens: 0, costUsd };
  run.append({ type: 'usage', slot, callId: run.callId(slot), ...figures });
}

const priced = (size: number, maxCostUsd: number) => {
  const backend = { type: 'x', model: 'm', baseUrl: null, params: {}, price: PRICE };
  return testTeam(size, { limits: { maxCostUsd }, agents: { A: { backend }, B: { backend } } });
};

describe('a budget of tokens', () => {
  it('P16: bites in mid-stream: with an answer published, it stands and every request ends', () => {
    const run = new SimulatedRun(testTeam(2, { limits: { maxTokens: 1000 } }));
    usage(run, 'A', 300, 100);
    run.act('A', answer('Alpha'));
    run.text('B', tokens(599));
    expect(boundsOf(run)).toEqual([]);
    run.text('B', tokens(1));
    expect(boundsOf(run)).toEqual(['maxTokens']);
    expect(run.state.final).toEqual({ text: 'Alpha', answerId: 'A.1', presented: false });
    expect(run.callsStarted).toBe(2);
  });

  it('P16: with nothing published only the answer that is furthest goes on, and may still be published', () => {
    const run = new SimulatedRun(testTeam(3, { limits: { maxTokens: 100 } }));
    run.text('A', tokens(20));
    run.text('B', tokens(50));
    run.text('C', tokens(30));
    expect(run.state.slots.map(({ call }) => call !== null)).toEqual([false, true, false]);
    expect(slotOf(run, 'A')).toMatchObject({ state: 'done', stateBecause: 'the budget is used up' });
    run.text('B', tokens(20));
    usage(run, 'B', 200, 70);
    run.act('B', answer('Beta'));
    expect(run.state.final).toEqual({ text: 'Beta', answerId: 'B.1', presented: false });
  });

  it('P16: that answer too ends when it overruns the budget by a fifth', () => {
    const run = new SimulatedRun(testTeam(2, { limits: { maxTokens: 100 } }));
    run.text('A', tokens(40));
    run.text('B', tokens(60));
    run.text('B', tokens(20));
    expect(run.isOver).toBe(false);
    run.text('B', tokens(1));
    expect(run.state).toMatchObject({ status: 'failed', error: { code: 'no_answer' } });
    expect(run.state.error?.message).toContain('budget');
  });

  it('P16: a complete reply without an action is not followed by another request', () => {
    const run = new SimulatedRun(testTeam(2, { limits: { maxTokens: 100 } }));
    usage(run, 'A', 100, 20);
    expect(slotOf(run, 'A').call).not.toBeNull();
    run.remind('A', 'No tool was called.');
    expect(slotOf(run, 'A').call).toBeNull();
    expect(slotOf(run, 'B').call).not.toBeNull();
    run.act('B', answer('Beta'));
    expect(run.state.final).toMatchObject({ text: 'Beta', presented: false });
  });

  it('P16: the provider’s figure takes the place of the estimate', () => {
    const run = new SimulatedRun(testTeam(2, { limits: { maxTokens: 100 } }));
    run.text('A', tokens(90));
    usage(run, 'A', 10, 5);
    expect(boundsOf(run)).toEqual([]);
    run.act('A', answer('Alpha'));
    run.text('B', tokens(84));
    expect(boundsOf(run)).toEqual([]);
    run.text('B', tokens(1));
    expect(boundsOf(run)).toEqual(['maxTokens']);
  });

  it('P16: a presentation in the making gives way to the stored answer, a complete one does not', () => {
    const begun = (maxTokens: number) => {
      const run = new SimulatedRun(testTeam(2, { limits: { maxTokens } }));
      run.act('A', answer('Alpha'));
      run.act('B', answer('Beta'));
      run.act('A', vote('B.1'));
      run.act('B', vote('B.1'));
      run.append({ type: 'final.started', slot: 'B', callId: run.callId('B') });
      run.append({ type: 'final.delta', slot: 'B', callId: run.callId('B'), text: tokens(60) });
      return run;
    };
    expect(begun(50).state.final).toEqual({ text: 'Beta', answerId: 'B.1', presented: false });
    const complete = begun(100);
    usage(complete, 'B', 90, 60);
    expect(complete.isOver).toBe(false);
    complete.append({ type: 'agent.finished', slot: 'B', callId: complete.callId('B'), outcome: 'presented' });
    expect(complete.state.final).toMatchObject({ text: tokens(60), presented: true });
  });

  it('P16: a team of one keeps what it has written', () => {
    const run = new SimulatedRun(testTeam(1, { limits: { maxTokens: 10 } }));
    run.append({ type: 'final.started', slot: 'A', callId: run.callId('A') });
    run.append({ type: 'final.delta', slot: 'A', callId: run.callId('A'), text: tokens(12) });
    const cut = 'What the run may use was used up before the reply had come to its end.';
    expect(run.state.final).toEqual({ text: tokens(12), answerId: 'A.1', presented: false, cut });
    expect(run.state.usage).toMatchObject({ outputTokens: 12, estimatedTokens: 12 });
  });
});

describe('a budget of money', () => {
  it('P16: bites in mid-stream by the price of what is written', () => {
    const run = new SimulatedRun(priced(2, 1));
    usage(run, 'A', 10, 10, 0.5);
    run.act('A', answer('Alpha'));
    run.text('B', tokens(49));
    expect(boundsOf(run)).toEqual([]);
    run.text('B', tokens(1));
    expect(boundsOf(run)).toEqual(['maxCostUsd']);
    expect(run.state.final).toMatchObject({ answerId: 'A.1', presented: false });
    expect(run.state.usage.costUsd).toBeCloseTo(1);
  });

  it('P16: an unknown price stays unknown and counts for nothing', () => {
    const run = new SimulatedRun(testTeam(2, { limits: { maxCostUsd: 0.001 } }));
    run.text('A', tokens(100_000));
    usage(run, 'A', 100_000, 100_000);
    expect(boundsOf(run)).toEqual([]);
    expect(run.state.usage).toMatchObject({ costUsd: null, unpricedTokens: 200_000 });
  });
});

describe('usage', () => {
  it('is kept by slot, phase and model; an interrupted request counts by its characters', () => {
    const run = new SimulatedRun(priced(2, 100));
    usage(run, 'A', 100, 50, 0.2);
    run.act('A', answer('Alpha'));
    run.text('B', tokens(5));
    run.append({ type: 'agent.stopped', slot: 'B' });
    const common = { phase: 'coordination', backend: 'x', model: 'm' };
    expect(run.state.usageBy).toMatchObject([
      { ...common, slot: 'A', requests: 1, inputTokens: 100, outputTokens: 50, costUsd: 0.2, estimatedTokens: 0 },
      {
        ...common,
        slot: 'B',
        requests: 1,
        outputTokens: 5,
        costUsd: 0.05,
        estimatedTokens: 5,
        priceDate: '2026-01-02',
      },
    ]);
  });

  it('is not invented for a request of which nothing came', () => {
    const run = new SimulatedRun(testTeam(2));
    run.fail('A', { code: 'auth', message: 'The key is wrong.' }, false);
    expect(run.state.usage).toMatchObject({ inputTokens: 0, outputTokens: 0, estimatedTokens: 0 });
    expect(run.state.usageBy).toEqual([]);
  });
});
