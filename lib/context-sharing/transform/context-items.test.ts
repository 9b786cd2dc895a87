import { describe, expect, it } from 'vitest';
import type { ContextItem } from '@/lib/context-sharing/context';
import type { DraftEvent, RunEvent } from '@/lib/protocol/event';
import { evolve } from '@/lib/protocol/evolve';
import { initialState } from '@/lib/protocol/initial-state';
import { random } from '@/lib/protocol/random';
import { randomRun } from '@/lib/protocol/testing/random-run';
import { testTeam } from '@/lib/protocol/testing/test-team';
import { contextItems } from './context-items';

const A = { slot: 'A', callId: 'c1' };

function fold(...drafts: DraftEvent[]) {
  const all: DraftEvent[] = [{ type: 'run.started', team: testTeam(2), input: 'Q', seed: 1 }, ...drafts];
  return all.reduce(
    (state, draft, index) =>
      evolve(state, { ...draft, seq: index + 1, at: '2026-01-01T00:00:00.000Z', runId: 'run' } as RunEvent),
    initialState('run'),
  );
}

const started: DraftEvent = { type: 'agent.started', ...A, phase: 'coordination' };
const says = (text: string): DraftEvent => ({ type: 'agent.delta', ...A, kind: 'text', text });
const calls = (toolCallId: string, tool: string, args: unknown = {}): DraftEvent => {
  return { type: 'tool.called', ...A, toolCallId, tool, arguments: args };
};
const ends = (toolCallId: string, tool: string, isError = false): DraftEvent => {
  return { type: 'tool.finished', ...A, toolCallId, tool, result: `of ${toolCallId}`, isError, tookMs: 5 };
};

describe('contextItems', () => {
  it('are texts, own tools, notes and answers in the order of the log', () => {
    const state = fold(
      started,
      says('I look'),
      { type: 'agent.delta', ...A, kind: 'reasoning', text: 'secret thoughts' },
      says(' first.'),
      calls('t1', 'Bash', { command: 'ls' }),
      ends('t1', 'Bash'),
      calls('t2', 'post_note', { text: 'Found it ' }),
      { type: 'note.posted', ...A, noteId: 'A-n1', text: 'Found it', to: ['B'] },
      ends('t2', 'post_note'),
      calls('t3', 'get_peer_answers'),
      ends('t3', 'get_peer_answers'),
      says('Now I answer.'),
      calls('t4', 'new_answer', { content: 'The answer' }),
      { type: 'answer.posted', ...A, answerId: 'A.1', content: 'The answer' },
    );
    const expected: ContextItem[] = [
      { kind: 'text', text: 'I look first.' },
      {
        kind: 'tool',
        toolCallId: 't1',
        tool: 'Bash',
        arguments: { command: 'ls' },
        result: { text: 'of t1', isError: false },
        tookMs: 5,
      },
      { kind: 'note', noteId: 'A-n1', to: ['B'], text: 'Found it' },
      { kind: 'text', text: 'Now I answer.' },
      { kind: 'answer', answerId: 'A.1', content: 'The answer' },
    ];
    expect(contextItems(state, 'A')).toEqual(expected);
    expect(contextItems(state, 'B')).toEqual([]);
    expect(contextItems(state, 'Z')).toEqual([]);
  });

  it('end before what may still change, and hold what was interrupted', () => {
    const running = [started, says('Hm.'), calls('t1', 'Bash'), calls('t2', 'Read'), ends('t2', 'Read')];
    expect(contextItems(fold(...running), 'A')).toEqual([{ kind: 'text', text: 'Hm.' }]);
    const stopped = fold(...running, says('Lost.'), { type: 'agent.finished', ...A, outcome: 'stopped' });
    expect(contextItems(stopped, 'A')).toMatchObject([
      { kind: 'text', text: 'Hm.' },
      { toolCallId: 't1', result: null, tookMs: null },
      { toolCallId: 't2', result: { text: 'of t2' } },
    ]);
  });

  it('keep what a refused call said as no answer and no note', () => {
    const state = fold(
      started,
      calls('t1', 'new_answer', { content: 'Same' }),
      ends('t1', 'new_answer', true),
      calls('t2', 'post_note', { text: 'Too many' }),
      ends('t2', 'post_note', true),
    );
    expect(contextItems(state, 'A')).toEqual([]);
  });

  it('hold an answer that no tool call stands for, at the end of its call', () => {
    const state = fold(
      { ...started, phase: 'presentation' } as DraftEvent,
      calls('t1', 'Bash'),
      ends('t1', 'Bash'),
      { type: 'agent.finished', ...A, outcome: 'presented' },
      { type: 'answer.posted', ...A, answerId: 'A.1', content: 'Text' },
    );
    expect(contextItems(state, 'A').map(({ kind }) => kind)).toEqual(['tool', 'answer']);
  });

  it('of an earlier state are the beginning of those of a later one, whatever happens', () => {
    const kinds = new Set<string>();
    for (let seed = 1; seed <= 40; seed += 1) {
      const agents: Record<string, object> = seed % 3 === 0 ? { A: { canCallTools: false } } : {};
      const { run } = randomRun(testTeam(1 + (seed % 4), { agents }), seed, seed % 4 === 0 ? 60 : null);
      const before = new Map<string, string[]>();
      let state = initialState('run');
      for (const event of withNotes(run.events, seed)) {
        state = evolve(state, event);
        for (const { slot } of state.slots) {
          const items = contextItems(state, slot);
          const texts = items.map((item) => JSON.stringify(item));
          const known = before.get(slot) ?? [];
          expect(texts.slice(0, known.length)).toEqual(known);
          before.set(slot, texts);
          for (const { kind } of items) kinds.add(kind);
        }
      }
      // Nothing is lost on the way.
      for (const { slot } of state.slots) {
        const items = contextItems(state, slot);
        const idsOf = (kind: string) =>
          items.flatMap((item) => (item.kind === kind && 'answerId' in item ? [item.answerId] : []));
        expect(idsOf('answer')).toEqual(
          state.answers.filter((answer) => answer.slot === slot).map(({ answerId }) => answerId),
        );
        const notes = items.flatMap((item) => (item.kind === 'note' ? [item.noteId] : []));
        expect(notes).toEqual(state.notes.filter((note) => note.slot === slot).map(({ noteId }) => noteId));
      }
    }
    expect([...kinds].sort()).toEqual(['answer', 'note', 'text', 'tool']);
  });
});

/** The same log in which agents also write notes between two of their words; some calls of the tool are refused, some never end. */
function withNotes(events: RunEvent[], seed: number): RunEvent[] {
  const next = random(seed, 'notes');
  let notes = 0;
  const drafts = events.flatMap((event): RunEvent[] => {
    if (event.type !== 'agent.delta' || next() > 0.3) return [event];
    const { slot, callId, at, runId } = event;
    const stamp = { slot, callId, at, runId, seq: 0 };
    const toolCallId = `n${++notes}`;
    const text = next() < 0.2 ? 'The same' : `Note ${notes}`;
    const called: RunEvent = { type: 'tool.called', ...stamp, toolCallId, tool: 'post_note', arguments: { text } };
    const posted: RunEvent = { type: 'note.posted', ...stamp, noteId: `${slot}-n${notes}`, text };
    const finished = (isError: boolean): RunEvent => {
      return { type: 'tool.finished', ...stamp, toolCallId, tool: 'post_note', result: 'x', isError, tookMs: 1 };
    };
    const kind = next();
    if (kind < 0.2) return [event, called, finished(true)];
    if (kind < 0.3) return [event, called, posted];
    return [event, called, posted, finished(false)];
  });
  return drafts.map((event, index) => ({ ...event, seq: index + 1 }));
}
