import { describe, expect, it } from 'vitest';
import { backOffMs } from './back-off';
import { stopEvent } from './decide-conclusion';
import { fold } from './fold';
import { SimulatedRun } from './testing/simulated-run';
import { testTeam } from './testing/test-team';

const BROKEN = { code: 'network', message: 'The connection broke.' };
const vote = (id: string): [string, unknown] => ['vote', { answer_id: id, reason: 'It is right.' }];
const answer = (content: string): [string, unknown] => ['new_answer', { content }];
const slotOf = (run: SimulatedRun, slot: string) => run.state.slots.find((state) => state.slot === slot)!;
const types = (run: SimulatedRun) => run.events.map((event) => event.type);

function twoAnswers(team = testTeam(2)): SimulatedRun {
  const run = new SimulatedRun(team);
  run.act('A', answer('Alpha is right'));
  run.act('B', answer('Beta is right'));
  return run;
}

function presenting(team = testTeam(2)): SimulatedRun {
  const run = twoAnswers(team);
  run.act('A', vote('B.1'));
  run.act('B', vote('B.1'));
  return run;
}

describe('updates', () => {
  it('P12: a call that may be about to vote is interrupted by a new answer; its partial text is kept as abandoned', () => {
    const run = twoAnswers();
    run.request('A');
    run.text('A', 'B.1 looks');
    const before = run.callId('A');
    run.act('B', answer('Beta, better'));
    expect(run.events).toContainEqual(expect.objectContaining({ callId: before, outcome: 'outdated' }));
    expect(slotOf(run, 'A').items).toContainEqual({ kind: 'text', callId: before, text: 'B.1 looks', abandoned: true });
    const request = JSON.stringify(run.request('A'));
    expect(request).not.toContain('B.1 looks');
    expect(request).toContain('Beta, better');
    expect(request).toContain('Published as A.1.');
  });

  it('P12: whoever writes a first answer, or has begun to write a new one, is not interrupted', () => {
    const run = new SimulatedRun(testTeam(3));
    const first = run.callId('C');
    run.act('A', answer('Alpha'));
    run.act('B', answer('Beta'));
    expect(run.callId('C')).toBe(first);
    const second = run.callId('A');
    run.append({ type: 'agent.writing', slot: 'A', callId: second, tool: 'new_answer' });
    run.act('C', answer('Gamma'));
    expect(run.callId('A')).toBe(second);
  });

  it('P12: requests of a slot only grow at their end', () => {
    const run = twoAnswers();
    const first = run.request('A').messages;
    run.text('A', 'Let me think.');
    run.remind('A', 'Act.');
    const second = run.request('A').messages;
    run.act('A', vote('Z.1'));
    const third = run.request('A').messages;
    expect(second.slice(0, first.length)).toEqual(first);
    expect(third.slice(0, second.length)).toEqual(second);
    expect(third.length).toBeGreaterThan(second.length);
  });

  it('P13: the receipt names the call whose request contains the update', () => {
    const run = twoAnswers();
    expect(run.events).toContainEqual(
      expect.objectContaining({ type: 'context.delivered', slot: 'B', callId: run.callId('B'), answerIds: ['A.1'] }),
    );
    expect(JSON.stringify(run.request('B'))).toContain('Alpha is right');
  });
});

describe('bounds', () => {
  it('P14: three attempts without a valid action, then the call fails', () => {
    const run = new SimulatedRun(testTeam(2));
    for (let attempt = 1; attempt <= 3; attempt += 1) run.remind('A', 'No tool was called.');
    expect(types(run).filter((type) => type === 'agent.reminded')).toHaveLength(2);
    expect(slotOf(run, 'A')).toMatchObject({ call: null, failures: 1, lastError: { code: 'no_action' } });
  });

  it('P14: two actions in one step are both refused', () => {
    const run = twoAnswers();
    expect(run.act('A', vote('A.1'), vote('B.1'))).toBe(false);
    expect(run.state.votes).toEqual([]);
    expect(slotOf(run, 'A').call?.attempts).toBe(1);
  });

  it('P15: back-off doubles with jitter and honours Retry-After; three failures in a row quarantine', () => {
    const run = new SimulatedRun(testTeam(2));
    run.fail('A', BROKEN, true);
    const first = run.waiting.get('A')!.afterMs;
    expect(first).toBeGreaterThanOrEqual(250);
    expect(first).toBeLessThanOrEqual(500);
    run.fire('A');
    run.fail('A', BROKEN, true);
    expect(run.waiting.get('A')!.afterMs).toBeGreaterThanOrEqual(500);
    expect(backOffMs(run.state, { ...slotOf(run, 'A'), retryAfterMs: 9000 })).toBe(9000);
    run.fire('A');
    run.fail('A', BROKEN, true);
    expect(slotOf(run, 'A').out).toBe('quarantined');
    expect(run.isOver).toBe(false);
  });

  it('P15: a call that acts ends the row of failures; an error that no retry mends quarantines at once', () => {
    const run = new SimulatedRun(testTeam(2));
    run.fail('A', BROKEN, true);
    run.fire('A');
    run.act('A', answer('Alpha'));
    expect(slotOf(run, 'A').failures).toBe(0);
    run.fail('B', { code: 'auth', message: 'The key is wrong.' }, false);
    expect(slotOf(run, 'B').out).toBe('quarantined');
  });

  it('P16: a slot that has used its calls is waited for no longer', () => {
    const run = twoAnswers(testTeam(2, { limits: { callsPerAgent: 1 } }));
    expect(run.state.slots.map((slot) => slot.out)).toEqual(['exhausted', 'exhausted']);
    expect(run.state.winner).toMatchObject({ answerId: 'A.1', rule: 'no votes, earliest' });
    run.present('A', 'Final.');
    expect(run.state.final).toEqual({ text: 'Final.', answerId: 'A.1', presented: true });
  });

  it('P16: the time of the turn ends coordination with what exists, then the presentation', () => {
    const run = twoAnswers();
    run.act('A', vote('B.1'));
    run.append({ type: 'bound.hit', bound: 'turnSeconds' });
    expect(run.state).toMatchObject({ phase: 'presenting', winner: { answerId: 'B.1', tally: { 'B.1': 1 } } });
    run.append({ type: 'bound.hit', bound: 'turnSeconds' });
    expect(run.state.final).toEqual({ text: 'Beta is right', answerId: 'B.1', presented: false });
  });

  it('P16: a spent budget starts no call, but an answer in hand is not thrown away', () => {
    const run = new SimulatedRun(testTeam(2, { limits: { maxTokens: 100 } }));
    const usage = { inputTokens: 90, outputTokens: 20, cachedTokens: 0, reasoningTokens: 0, costUsd: null };
    run.append({ type: 'usage', slot: 'A', callId: run.callId('A'), ...usage });
    run.act('A', answer('Alpha'));
    expect(run.state.final).toEqual({ text: 'Alpha', answerId: 'A.1', presented: false });
    expect(run.callsStarted).toBe(2);
  });

  it('P17: a run without any answer fails and names the failure of each slot', () => {
    const run = new SimulatedRun(testTeam(2));
    run.fail('A', { code: 'auth', message: 'The key is wrong.' }, false);
    run.fail('B', { code: 'bad_request', message: 'No such model.' }, false);
    expect(run.state.status).toBe('failed');
    expect(run.state.error?.message).toContain('A: The key is wrong.');
    expect(run.state.error?.message).toContain('B: No such model.');
  });
});

describe('presentation', () => {
  it('P18: the winner presents with the votes and their reasons, without tools', () => {
    const run = presenting();
    expect(slotOf(run, 'B').call?.phase).toBe('presentation');
    const request = run.request('B');
    expect(request).toMatchObject({ tools: [], toolChoice: 'none' });
    expect(
      request.messages.every(
        (message) => message.role !== 'tool' && !('toolCalls' in message && message.toolCalls.length),
      ),
    ).toBe(true);
    expect(JSON.stringify(request)).toContain('agent A chose B.1: It is right.');
    run.present('B', 'The final text.');
    expect(run.state.final).toEqual({ text: 'The final text.', answerId: 'B.1', presented: true });
  });

  it('P18: an empty presentation, or one that fails twice, gives the stored answer, marked so', () => {
    const stored = { text: 'Beta is right', answerId: 'B.1', presented: false };
    const empty = presenting();
    empty.present('B', ' \n');
    expect(empty.state.final).toEqual(stored);
    const failing = presenting();
    failing.fail('B', BROKEN, true);
    failing.fire('B');
    failing.fail('B', BROKEN, true);
    expect(failing.state.final).toEqual(stored);
  });

  it('P18: verbatim publishes the winning text; a named presenter that is out is replaced by the winner', () => {
    const verbatim = presenting(testTeam(2, { coordination: { presenter: 'verbatim' } }));
    expect(verbatim.state.final).toEqual({ text: 'Beta is right', answerId: 'B.1', presented: false });
    const named = presenting(testTeam(2, { coordination: { presenter: 'A' } }));
    expect(slotOf(named, 'A').call?.phase).toBe('presentation');
    named.append({ type: 'agent.stopped', slot: 'A' });
    expect(slotOf(named, 'B').call?.phase).toBe('presentation');
  });

  it('P18: a single agent presents at once; what it wrote is the answer; three empty replies fail the run', () => {
    const run = new SimulatedRun(testTeam(1));
    run.present('A', 'Forty-two.');
    expect(run.state).toMatchObject({ answers: [{ answerId: 'A.1' }], final: { text: 'Forty-two.', presented: true } });
    const empty = new SimulatedRun(testTeam(1));
    for (let reply = 1; reply <= 3; reply += 1) {
      empty.present('A', '');
      empty.fire('A');
    }
    expect(empty.state).toMatchObject({ status: 'failed', error: { code: 'no_answer' } });
    expect(empty.callsStarted).toBe(3);
  });
});

describe('control by people', () => {
  it('P20: a steering message reaches the slot in its next request and takes its vote back', () => {
    const run = twoAnswers();
    run.act('A', vote('A.1'));
    run.append({ type: 'steer.received', slot: 'A', text: 'Mind the costs.' });
    expect(run.state.votes).toMatchObject([{ slot: 'A', voidBecause: 'a person steered' }]);
    expect(JSON.stringify(run.request('A'))).toContain('Mind the costs.');
    expect(slotOf(run, 'A').pendingSteers).toEqual([]);
    expect(JSON.stringify(run.request('B'))).not.toContain('Mind the costs.');
  });

  it('P20: a stopped slot keeps its answer and its vote', () => {
    const run = twoAnswers(testTeam(3));
    run.act('C', answer('Gamma'));
    run.act('A', vote('B.1'));
    run.append({ type: 'agent.stopped', slot: 'A' });
    run.act('B', vote('C.1'));
    run.act('C', vote('B.1'));
    expect(run.state.winner).toMatchObject({ answerId: 'B.1', tally: { 'B.1': 2, 'C.1': 1 } });
    expect(run.state.answers).toHaveLength(3);
  });

  it('P20: answer now with several answers asks each slot for a vote only; a failure is not waited for', () => {
    const run = twoAnswers();
    run.append({ type: 'bound.hit', bound: 'answerNow' });
    expect(run.state.slots.map((slot) => slot.call?.phase)).toEqual(['vote', 'vote']);
    run.fail('A', BROKEN, true);
    run.act('B', vote('A.1'));
    expect(run.state.winner?.answerId).toBe('A.1');
  });

  it('P20: answer now with one answer takes it, with none takes the first that comes', () => {
    const run = new SimulatedRun(testTeam(2));
    run.append({ type: 'bound.hit', bound: 'answerNow' });
    expect(run.state.winner).toBeNull();
    run.act('B', answer('Beta'));
    expect(run.state.winner).toMatchObject({ answerId: 'B.1', rule: 'only answer' });
  });

  it('P20: a person overrules the winner, also while it is presented', () => {
    const run = presenting();
    const before = run.callId('B');
    run.append({ type: 'winner.chosen', answerId: 'A.1', rule: 'human', tally: { 'B.1': 2 } });
    expect(run.events).toContainEqual(expect.objectContaining({ type: 'agent.finished', callId: before }));
    run.present('A', 'Alpha, presented.');
    expect(run.state.final).toEqual({ text: 'Alpha, presented.', answerId: 'A.1', presented: true });
  });

  it('P20: stopping keeps the best answer so far; P17: nothing counts after the end', () => {
    const run = twoAnswers();
    run.act('A', vote('B.1'));
    run.append(stopEvent(run.state));
    expect(run.state).toMatchObject({ status: 'stopped', final: { text: 'Beta is right', answerId: 'B.1' } });
    const late = { seq: 999, at: '2026-01-01T00:00:00.000Z', runId: 'run', type: 'agent.stopped', slot: 'A' } as const;
    expect(fold('run', [...run.events, late])).toEqual(run.state);
  });
});

describe('durability', () => {
  it('P22: only calls in flight start again; answers, votes and finished tool calls stay', () => {
    const run = twoAnswers();
    run.act('A', vote('B.1'));
    const callId = run.callId('B');
    const tool = { slot: 'B', callId, toolCallId: 'w', tool: 'search' };
    run.append({ type: 'tool.called', ...tool, arguments: { q: 'x' } });
    run.append({ type: 'tool.finished', ...tool, result: 'found-it', isError: false, tookMs: 1 });
    run.text('B', 'half a senten');
    run.crash();
    expect(run.state.votes).toMatchObject([{ slot: 'A', voidBecause: null }]);
    expect(slotOf(run, 'A').call).toBeNull();
    expect(run.callId('B')).not.toBe(callId);
    const request = JSON.stringify(run.request('B'));
    expect(request).toContain('found-it');
    expect(request).not.toContain('half a senten');
  });

  it('P22: an answer whose tool result was lost is still its author’s', () => {
    const run = new SimulatedRun(testTeam(2));
    const callId = run.callId('A');
    run.atOnce(() => {
      const args = { content: 'Alpha' };
      run.append({ type: 'tool.called', slot: 'A', callId, toolCallId: 't', tool: 'new_answer', arguments: args });
      run.append({ type: 'answer.posted', slot: 'A', callId, answerId: 'A.1', content: 'Alpha' });
      run.crash();
    });
    run.act('B', answer('Beta'));
    expect(JSON.stringify(run.request('A'))).toContain('Published as A.1.');
  });
});
