import { describe, expect, it } from 'vitest';
import { fold } from './fold';
import { SimulatedRun } from './testing/simulated-run';
import { testFallback, testTeam } from './testing/test-team';

const BROKEN = { code: 'network', message: 'The connection broke.' };
const REFUSED = { code: 'auth', message: 'The key is wrong.' };
const vote = (id: string): [string, unknown] => ['vote', { answer_id: id, reason: 'It is right.' }];
const answer = (content: string): [string, unknown] => ['new_answer', { content }];
const slotOf = (run: SimulatedRun, slot: string) => run.state.slots.find((state) => state.slot === slot)!;
const agentOf = (run: SimulatedRun, slot: string) => run.state.team!.agents.find((agent) => agent.slot === slot)!;
const switches = (run: SimulatedRun) => run.events.filter((event) => event.type === 'agent.switched');

function team(...models: string[]) {
  return testTeam(2, { agents: { A: { fallbacks: models.map((model) => testFallback(model)) } } });
}

describe('a slot with fallbacks', () => {
  it('P15: an error that no retry mends switches to the next one at once, and the slot goes on', () => {
    const run = new SimulatedRun(team('spare'));
    run.fail('A', REFUSED, false);
    expect(switches(run)).toMatchObject([
      {
        slot: 'A',
        from: { type: 'demo', model: 'secret-model-A' },
        to: { type: 'demo', model: 'spare' },
        because: 'The key is wrong.',
      },
    ]);
    expect(agentOf(run, 'A')).toMatchObject({ backend: { model: 'spare' }, fallbacks: [] });
    expect(slotOf(run, 'A')).toMatchObject({ out: null, failures: 0, call: { phase: 'coordination' } });
    expect(run.waiting.has('A')).toBe(false);
    expect(run.act('A', answer('Alpha'))).toBe(true);
  });

  it('P15: each backend has its own count of tries, and the last one is followed by quarantine', () => {
    const run = new SimulatedRun(team('spare', 'last'));
    for (let failures = 1; failures <= 9; failures += 1) {
      run.fail('A', BROKEN, true);
      expect(switches(run)).toHaveLength(Math.min(2, Math.floor(failures / 3)));
      run.fire('A');
    }
    expect(slotOf(run, 'A').out).toBe('quarantined');
    expect(switches(run).map(({ to }) => to.model)).toEqual(['spare', 'last']);
    expect(run.isOver).toBe(false);
  });

  it('P15: what the slot has seen, said and done is in the request of its next backend', () => {
    const run = new SimulatedRun(team('spare'));
    run.act('A', answer('Alpha is right'));
    run.act('B', answer('Beta is right'));
    run.append({ type: 'steer.received', slot: 'A', text: 'Think of cost.' });
    run.text('A', 'Half a thought');
    run.fail('A', REFUSED, false);
    const request = run.request('A');
    const text = JSON.stringify(request.messages);
    for (const part of ['Alpha is right', 'Published as A.1.', 'Beta is right', 'Think of cost.']) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain('Half a thought');
    expect(text).not.toMatch(/spare|secret-model|key is wrong/);
    expect(run.act('A', vote('B.1'))).toBe(true);
  });

  it('P15: a fallback that cannot call tools is told of earlier calls in the text form, and the other way round', () => {
    const fallbacks = [testFallback('textual', false), testFallback('able', true)];
    const run = new SimulatedRun(testTeam(2, { agents: { A: { fallbacks } } }));
    run.act('A', answer('Alpha is right'));
    run.act('B', answer('Beta is right'));
    run.fail('A', REFUSED, false);
    const textual = run.request('A');
    expect(textual.tools).toEqual([]);
    expect(textual.messages.filter(({ role }) => role === 'tool')).toEqual([]);
    const said = textual.messages.flatMap((message) => (message.role === 'assistant' ? [message] : []));
    expect(said.flatMap(({ toolCalls }) => toolCalls)).toEqual([]);
    expect(said.map(({ text }) => text).join()).toContain(
      '{"tool":"new_answer","arguments":{"content":"Alpha is right"}}',
    );

    run.text('A', '```json\n{"tool":"vote","arguments":{"answer_id":"Z.9","reason":"x"}}\n```');
    run.act('A', ['vote', { answer_id: 'Z.9', reason: 'x' }]);
    run.fail('A', REFUSED, false);
    const able = run.request('A');
    const calls = able.messages.flatMap((message) => (message.role === 'assistant' ? message.toolCalls : []));
    expect(calls.map(({ tool }) => tool)).toEqual(['new_answer']);
    expect(able.messages.filter(({ role }) => role === 'tool')).toHaveLength(1);
    expect(JSON.stringify(able.messages).split('Z.9')).toHaveLength(2);
    expect(able.tools.map(({ name }) => name)).toContain('vote');
  });

  it('P18: a presenter goes on with its fallback before the answer stands as published', () => {
    for (const [error, retryable, failures] of [
      [REFUSED, false, 1],
      [BROKEN, true, 2],
    ] as const) {
      const run = new SimulatedRun(team('spare'));
      run.act('A', answer('Alpha is right'));
      run.act('B', answer('Beta is right'));
      run.act('A', vote('A.1'));
      run.act('B', vote('A.1'));
      for (let failure = 1; failure <= failures; failure += 1) {
        run.fail('A', error, retryable);
        run.fire('A');
      }
      expect(switches(run)).toHaveLength(1);
      expect(run.isOver).toBe(false);
      run.present('A', 'Final.');
      expect(run.state.final).toEqual({ text: 'Final.', answerId: 'A.1', presented: true });
    }
  });

  it('P15: alone in its team, a slot goes on with its fallback', () => {
    const run = new SimulatedRun(testTeam(1, { agents: { A: { fallbacks: [testFallback('spare')] } } }));
    run.fail('A', REFUSED, false);
    run.present('A', 'Final.');
    expect(run.state.final?.text).toBe('Final.');
  });

  it('P22, P23: after a crash the slot stays with the backend that it had switched to', () => {
    const run = new SimulatedRun(team('spare'));
    run.fail('A', REFUSED, false);
    run.crash();
    expect(agentOf(run, 'A').backend.model).toBe('spare');
    expect(fold('run', JSON.parse(JSON.stringify(run.events)))).toEqual(run.state);
  });
});
