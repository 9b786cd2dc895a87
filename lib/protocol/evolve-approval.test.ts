import { describe, expect, it } from 'vitest';
import type { DraftEvent, RunEvent } from './event';
import { fold } from './fold';
import { testTeam } from './testing/test-team';

const CALL = { slot: 'A', callId: 'c1' };
const BEGUN: DraftEvent[] = [
  { type: 'run.started', team: testTeam(2), input: 'Q', seed: 1 },
  { type: 'agent.started', ...CALL, phase: 'coordination' },
  { type: 'tool.called', ...CALL, toolCallId: 't1', tool: 'Bash', arguments: { command: 'make' } },
  {
    type: 'approval.requested',
    ...CALL,
    approvalId: 'a1',
    toolCallId: 't1',
    tool: 'Bash',
    arguments: { command: 'make' },
    because: '',
  },
];

function folded(...more: DraftEvent[]) {
  const events = [...BEGUN, ...more].map(
    (draft, index) => ({ seq: index + 1, at: new Date(0).toISOString(), runId: 'r', ...draft }) as RunEvent,
  );
  return fold('r', events);
}

const decided = (decision: 'allow' | 'deny', scope: 'once' | 'run'): DraftEvent => ({
  type: 'approval.decided',
  slot: 'A',
  approvalId: 'a1',
  decision,
  scope,
});

describe('approvals', () => {
  it('wait until a person has decided; the first word counts', () => {
    expect(folded().approvals).toMatchObject([{ approvalId: 'a1', decision: null }]);
    expect(folded(decided('deny', 'once'), decided('allow', 'run')).approvals).toMatchObject([{ decision: 'deny' }]);
  });

  it('put what a person changed into the call that runs, and nothing when they deny', () => {
    const arguments_ = { command: 'make test' };
    const changed = folded({ ...decided('allow', 'once'), arguments: arguments_ } as DraftEvent);
    const call = { kind: 'tool', toolCallId: 't1', arguments: arguments_, isChanged: true };
    expect(changed.slots[0]?.items).toContainEqual(expect.objectContaining(call));
    expect(changed.approvals).toMatchObject([{ decision: 'allow', arguments: arguments_ }]);
    const denied = folded({ ...decided('deny', 'once'), arguments: arguments_ } as DraftEvent);
    expect(denied.slots[0]?.items).toEqual(folded().slots[0]?.items);
    expect(denied.approvals).toMatchObject([{ decision: 'deny', arguments: { command: 'make' } }]);
  });

  it('lapse with their call, and with the run', () => {
    expect(folded({ type: 'agent.finished', ...CALL, outcome: 'stopped' }).approvals[0]?.decision).toBe('lapsed');
    expect(folded({ type: 'run.stopped', answerId: null, final: null }).approvals[0]?.decision).toBe('lapsed');
  });

  it('stand on their call with who has given them, as does what its server got for what it asked', () => {
    const by = { userId: 'u1', name: 'Ann' };
    const asks = { ...CALL, toolCallId: 't1', server: 'travel', tool: 'Bash', arguments: {}, because: '' };
    const elicitation = { mode: 'form' as const, message: 'Which?', requestedSchema: {} };
    const state = folded(
      { ...decided('allow', 'run'), by } as DraftEvent,
      { type: 'approval.requested', ...asks, approvalId: 'a2', kind: 'elicitation', elicitation },
      { ...decided('allow', 'once'), approvalId: 'a2', content: { seat: '12A' }, by } as DraftEvent,
      { type: 'approval.requested', ...asks, approvalId: 'a3', kind: 'sampling' },
      { ...decided('deny', 'once'), approvalId: 'a3', expired: true } as DraftEvent,
    );
    expect(state.slots[0]?.items).toContainEqual(
      expect.objectContaining({
        ...{ kind: 'tool', toolCallId: 't1', arguments: { command: 'make' }, allowed: 'run', allowedBy: by },
        replies: [
          { kind: 'elicitation', how: 'given', by },
          { kind: 'sampling', how: 'expired' },
        ],
      }),
    );
    expect(state.approvals).toMatchObject([{}, { kind: 'elicitation', elicitation }, { kind: 'sampling' }]);
  });

  it('P22: what a server asked is lost with its connection when the process is, and its call says so', () => {
    const elicitation = { mode: 'form' as const, message: 'Which?', requestedSchema: {} };
    const asks = { ...CALL, toolCallId: 't1', server: 'travel', tool: 'Bash', arguments: {}, because: '' };
    const asked: DraftEvent = {
      ...{ type: 'approval.requested', ...asks, approvalId: 'a2', kind: 'elicitation', elicitation },
    };
    const late: DraftEvent = { ...decided('allow', 'once'), approvalId: 'a2', content: {} } as DraftEvent;
    const state = folded(decided('allow', 'once'), asked, { type: 'run.resumed', abandonedCalls: [] }, late);
    expect(state.approvals[0]).not.toHaveProperty('isLost');
    expect(state.approvals[1]).toMatchObject({ approvalId: 'a2', decision: 'lapsed', isLost: true });
    expect(state.slots[0]?.items).toContainEqual(
      expect.objectContaining({ toolCallId: 't1', replies: [{ kind: 'elicitation', how: 'lost' }] }),
    );
  });
});
