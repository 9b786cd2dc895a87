import { describe, expect, test } from 'vitest';
import { stopEvent } from './decide-conclusion';
import type { DraftEvent, RunEvent } from './event';
import { fold } from './fold';
import { OUTCOME_UNKNOWN } from './interrupt-tools';
import { resumableCalls } from './resumable-calls';
import type { RunState, SlotItem } from './state';
import { testTeam } from './testing/test-team';

const CALL = { slot: 'A', callId: 'c1' };
const STARTED: DraftEvent[] = [
  { type: 'run.started', team: testTeam(1), input: 'Q', seed: 1 },
  { type: 'agent.started', ...CALL, phase: 'presentation' },
  { type: 'final.started', ...CALL },
];
const called = (toolCallId: string, effects?: 'changes'): DraftEvent => ({
  type: 'tool.called',
  ...CALL,
  toolCallId,
  server: 'workshop',
  tool: 'vote',
  arguments: {},
  ...(effects && { effects }),
});
const asked = (toolCallId: string): DraftEvent => ({
  type: 'approval.requested',
  ...CALL,
  approvalId: `p-${toolCallId}`,
  toolCallId,
  server: 'workshop',
  tool: 'vote',
  arguments: {},
  because: '',
});
const finished = (toolCallId: string): DraftEvent => ({
  type: 'tool.finished',
  ...CALL,
  toolCallId,
  server: 'workshop',
  tool: 'vote',
  result: 'Done.',
  isError: false,
  tookMs: 1,
});

function folded(...events: DraftEvent[]): RunState {
  const all = [...STARTED, ...events].map((event, index): RunEvent => {
    const at = new Date(1_000 * (index + 1)).toISOString();
    return { ...event, seq: index + 1, at, runId: 'r' };
  });
  return fold('r', all);
}
const toolsOf = (state: RunState) =>
  (state.slots[0]?.items ?? []).filter((item): item is Extract<SlotItem, { kind: 'tool' }> => item.kind === 'tool');

describe('tools of servers', () => {
  test('what is stored of a result stays with it, besides its text', () => {
    const picture = { kind: 'image' as const, bytes: 7, mediaType: 'image/png', hash: 'h' };
    const content = [{ kind: 'text' as const, bytes: 5 }, picture];
    const results = (event: DraftEvent) => toolsOf(folded(called('t1'), event)).map(({ result }) => result);
    expect(results({ ...finished('t1'), content } as DraftEvent)).toEqual([
      { text: 'Done.', isError: false, tookMs: 1, kept: [picture] },
    ]);
    expect(results(finished('t1'))).toEqual([{ text: 'Done.', isError: false, tookMs: 1 }]);
  });

  test('one that is named like an action is none', () => {
    expect(folded(called('t1')).slots[0]?.call?.hasToolWork).toBe(true);
    expect(folded(called('t1'), finished('t1')).slots[0]?.call).toMatchObject({ hasToolWork: false, request: 'due' });
  });

  test('what a presentation says before it calls one is its working; what it has settled stays', () => {
    const said = (text: string): DraftEvent => ({ type: 'final.delta', ...CALL, text });
    const state = folded(said('I look.'), called('t1'), finished('t1'), said('The answer.'));
    expect(state.presentation).toMatchObject({ text: 'The answer.', working: 'I look.' });
    expect(stopEvent(folded(said('I look.'), called('t1'))).final).toBe('I look.');
    expect(state.slots[0]?.items.filter(({ kind }) => kind === 'text')).toMatchObject([{ text: 'I look.' }]);
    const cut = { type: 'agent.reminded', ...CALL, attempt: 1, because: 'cut' } as const;
    expect(folded(said('Half '), cut, said('and a look.'), called('t1')).presentation?.text).toBe('Half ');
  });

  test('P22: what had begun to change things has an unknown outcome when its call or its process ends', () => {
    const began = [
      called('t1', 'changes'),
      called('t2', 'changes'),
      { type: 'tool.started', ...CALL, toolCallId: 't1' } as const,
    ];
    const unknown = { text: OUTCOME_UNKNOWN, isError: true };
    const ends: DraftEvent[] = [
      { type: 'run.resumed', abandonedCalls: ['c1'] },
      { type: 'agent.finished', ...CALL, outcome: 'stopped' },
      { type: 'agent.failed', ...CALL, error: { code: 'network', message: '' }, retryable: true },
      { type: 'run.stopped', answerId: null, final: null },
    ];
    for (const end of ends) {
      const [first, second] = toolsOf(folded(...began, end));
      expect(first?.result, end.type).toMatchObject(unknown);
      expect(second?.result, end.type).toBeNull();
    }
  });

  test('P22: a call goes on after a crash where a person is asked or a change has begun, and only there', () => {
    const decided = (decision: 'allow' | 'deny'): DraftEvent => ({
      type: 'approval.decided',
      slot: 'A',
      approvalId: 'p-t1',
      decision,
      scope: 'once',
    });
    const started: DraftEvent = { type: 'tool.started', ...CALL, toolCallId: 't1' };
    const resumable = (...events: DraftEvent[]) => resumableCalls(folded(...events));
    expect(resumable(called('t1'))).toEqual([]);
    expect(resumable(called('t1'), asked('t1'))).toEqual(['c1']);
    expect(resumable(called('t1'), asked('t1'), decided('allow'))).toEqual(['c1']);
    expect(resumable(called('t1'), asked('t1'), decided('deny'))).toEqual([]);
    expect(resumable(called('t1', 'changes'), started)).toEqual(['c1']);
    expect(resumable(called('t1', 'changes'), started, finished('t1'))).toEqual([]);
    const state = folded(called('t1'), asked('t1'), { type: 'run.resumed', abandonedCalls: [] });
    expect(state.approvals).toMatchObject([{ decision: null }]);
  });

  test('P16: the time in which every slot at work waits for a person is added up', () => {
    const denied: DraftEvent = {
      type: 'approval.decided',
      slot: 'A',
      approvalId: 'p-t1',
      decision: 'deny',
      scope: 'once',
    };
    expect(folded(called('t1')).waiting).toBeUndefined();
    expect(folded(called('t1'), asked('t1')).waiting).toEqual({ ms: 0, since: '1970-01-01T00:00:05.000Z' });
    expect(folded(called('t1'), asked('t1'), called('t2'), denied).waiting).toEqual({ ms: 2_000, since: null });
  });
});
