import { describe, expect, it } from 'vitest';
import type { DraftEvent } from './event';
import { fold } from './fold';
import { parseEvent } from './parse-event';
import { SimulatedRun } from './testing/simulated-run';
import { testTeam } from './testing/test-team';

const KEPT = [
  { kind: 'reasoning' as const, data: { field: 'reasoning_content' } },
  { kind: 'tool' as const, toolCallId: 't1' },
];

/** A run of two in which A has called the board, which tells it to go on. */
function runWith(before: (callId: string) => DraftEvent[]): { run: SimulatedRun; callId: string } {
  const backend = { type: 'other', model: 'other', baseUrl: null, params: {} };
  const run = new SimulatedRun(testTeam(2, { agents: { A: { fallbacks: [{ backend, canCallTools: true }] } } }));
  const callId = run.callId('A');
  const call = { slot: 'A', callId, toolCallId: 't1', tool: 'vote' };
  for (const event of before(callId)) run.append(event);
  run.append({ type: 'tool.called', ...call, arguments: {} });
  run.append({ type: 'tool.finished', ...call, result: 'No.', isError: true, tookMs: 1 });
  return { run, callId };
}

describe('what a provider wants back', () => {
  const kept = (callId: string): DraftEvent[] => [
    { type: 'agent.delta', slot: 'A', callId, kind: 'reasoning', text: 'I weigh ' },
    { type: 'agent.delta', slot: 'A', callId, kind: 'reasoning', text: 'it.' },
    { type: 'reply.kept', slot: 'A', callId, parts: KEPT },
  ];

  it('P21: stands in the next request, rendered from the log alone, with what was streamed as its text', () => {
    const { run } = runWith(kept);
    const [reply] = run.request('A').messages.filter(({ role }) => role === 'assistant');
    expect(reply).toMatchObject({
      toolCalls: [{ toolCallId: 't1' }],
      kept: [{ text: 'I weigh it.' }, { toolCallId: 't1' }],
    });
    const log = run.events.map((event) => parseEvent(JSON.parse(JSON.stringify(event))));
    expect(fold('run', log)).toEqual(run.state);
  });

  it('P1: is never shown to another agent', () => {
    const { run } = runWith(kept);
    run.act('A', ['new_answer', { content: 'Alpha' }]);
    expect(JSON.stringify(run.request('B').messages)).not.toContain('weigh');
  });

  it('P15: does not go to the backend that takes the place of the one that wrote it', () => {
    const { run } = runWith(kept);
    const to = { type: 'other', model: 'other' };
    run.append({ type: 'agent.switched', slot: 'A', from: to, to, because: 'It failed.' });
    expect(JSON.stringify(run.request('A').messages)).not.toContain('weigh');
  });

  it('a log of an older version, which holds nothing of it, renders as before', () => {
    const { run } = runWith(() => []);
    const [reply] = run.request('A').messages.filter(({ role }) => role === 'assistant');
    expect(reply).not.toHaveProperty('kept');
  });
});

it('text that turns out to be reasoning leaves the conversation', () => {
  const { run, callId } = runWith((id) => [
    { type: 'agent.delta', slot: 'A', callId: id, kind: 'text', text: 'PRIVATE' },
    { type: 'agent.recast', slot: 'A', callId: id },
    { type: 'agent.delta', slot: 'A', callId: id, kind: 'text', text: 'I vote.' },
  ]);
  expect(JSON.stringify(run.request('A').messages)).not.toContain('PRIVATE');
  expect(run.state.slots[0]?.items).toContainEqual(
    expect.objectContaining({ kind: 'reasoning', callId, text: 'PRIVATE' }),
  );
});

describe('P18: a presentation that a limit cuts', () => {
  function single(): { run: SimulatedRun; callId: string } {
    const run = new SimulatedRun(testTeam(1));
    const callId = run.callId('A');
    run.append({ type: 'final.started', slot: 'A', callId });
    run.append({ type: 'final.delta', slot: 'A', callId, text: 'The first half' });
    return { run, callId };
  }

  it('goes on behind what is written; thoughts of the next piece take nothing of it away', () => {
    const { run, callId } = single();
    run.append({ type: 'agent.reminded', slot: 'A', callId, attempt: 1, because: 'The limit ended the reply.' });
    const messages = run.request('A').messages;
    expect(messages.at(-2)).toEqual({ role: 'assistant', text: 'The first half', toolCalls: [] });
    expect(messages.at(-1)?.role).toBe('user');
    run.append({ type: 'final.delta', slot: 'A', callId, text: 'Hm.' });
    run.append({ type: 'agent.recast', slot: 'A', callId });
    run.append({ type: 'final.delta', slot: 'A', callId, text: ' and the second.' });
    run.append({ type: 'agent.finished', slot: 'A', callId, outcome: 'presented' });
    expect(run.state.final).toMatchObject({ text: 'The first half and the second.', presented: true });
    expect(run.state.final).not.toHaveProperty('cut');
  });

  it('of a team of one stands and says that it is cut', () => {
    const { run, callId } = single();
    run.append({ type: 'agent.finished', slot: 'A', callId, outcome: 'presented', cut: 'The limit ended it.' });
    expect(run.state.final).toMatchObject({ text: 'The first half', cut: 'The limit ended it.' });
  });

  it('of a team gives way to the whole answer that was chosen', () => {
    const run = new SimulatedRun(testTeam(2));
    run.act('A', ['new_answer', { content: 'Alpha' }]);
    run.act('B', ['new_answer', { content: 'Beta' }]);
    run.act('A', ['vote', { answer_id: 'B.1', reason: 'Good.' }]);
    run.act('B', ['vote', { answer_id: 'B.1', reason: 'Good.' }]);
    const callId = run.callId('B');
    run.append({ type: 'final.started', slot: 'B', callId });
    run.append({ type: 'final.delta', slot: 'B', callId, text: 'Half of' });
    run.append({ type: 'agent.finished', slot: 'B', callId, outcome: 'presented', cut: 'The limit ended it.' });
    expect(run.state.final).toEqual({ text: 'Beta', answerId: 'B.1', presented: false });
  });
});
