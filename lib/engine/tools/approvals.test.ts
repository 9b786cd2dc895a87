import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ApprovalDecision } from '@/lib/agents/backend';
import { initialState } from '@/lib/protocol/initial-state';
import type { RunState } from '@/lib/protocol/state';
import type { CallHost } from '../call/active-call';
import { newCall } from '../call/call-clock';
import type { EventDraft } from '../log/run-log';
import { Approvals } from './approvals';

const DAY_MS = 24 * 60 * 60 * 1_000;
const request = { approvalId: 'a', toolCallId: 't', server: 'workshop', tool: 'cut', arguments: {}, because: '' };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function hostWith(state: Partial<RunState> = {}) {
  const written: EventDraft[] = [];
  const host = { state: { ...initialState('r'), ...state }, append: (event: EventDraft) => written.push(event) };
  return { host: host as unknown as CallHost, written };
}

test('P16: an approval expires after 24 hours, which is a denial', () => {
  const { host, written } = hostWith();
  const call = newCall('A', 'coordination');
  const said: ApprovalDecision[] = [];
  new Approvals(() => {}).request(host, call, { request, decide: (decision) => said.push(decision) });
  vi.advanceTimersByTime(DAY_MS - 1);
  expect(said).toEqual([]);
  expect(call.pausedAt).not.toBeNull();
  vi.advanceTimersByTime(1);
  expect(said).toEqual([{ allow: false }]);
  expect(written.at(-1)).toMatchObject({ type: 'approval.decided', approvalId: 'a', decision: 'deny', expired: true });
  expect(call.pausedAt).toBeNull();
});

test('P16: the time before a crash counts', () => {
  const at = new Date(Date.now() - DAY_MS + 1_000).toISOString();
  const waiting = { ...request, slot: 'A', callId: 'c', at, decision: null, scope: 'once' as const };
  const { host } = hostWith({ approvals: [waiting] });
  const said: ApprovalDecision[] = [];
  new Approvals(() => {}).await(host, newCall('A', 'coordination'), 'a', (decision) => said.push(decision));
  vi.advanceTimersByTime(999);
  expect(said).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(said).toEqual([{ allow: false }]);
});

test('the end of the call is a denial, and its clock goes on only when nobody is waited for any more', () => {
  const { host } = hostWith();
  const approvals = new Approvals(() => {});
  const call = newCall('A', 'coordination');
  const said: string[] = [];
  for (const approvalId of ['a', 'b', 'c'])
    approvals.request(host, call, {
      request: { ...request, approvalId },
      decide: ({ allow }) => said.push(`${approvalId} ${allow}`),
    });
  approvals.hear({ type: 'approval.decided', slot: 'A', approvalId: 'b', decision: 'allow', scope: 'once' });
  expect(call.pausedAt).not.toBeNull();
  call.controller.abort();
  expect(said).toEqual(['b true', 'a false', 'c false']);
  expect(call.pausedAt).toBeNull();
});
