import type { AgentCall } from '@/lib/agents/backend';
import type { RunEvent } from '@/lib/protocol/event';
import type { RunControl } from '../run/run-control';

export type ControlKind = 'stop' | 'stopSlot' | 'steer' | 'choose' | 'answerNow' | 'approve';

const STEERING = 'Mind the budget of 5.';

/** Everything that a person can ask of a run with an answer of A, in which B is at work. */
export const CONTROL_KINDS: Record<ControlKind, RunControl> = {
  stop: { type: 'stop' },
  stopSlot: { type: 'stop', slot: 'B' },
  steer: { type: 'steer', slot: 'B', text: STEERING },
  choose: { type: 'choose', answerId: 'A.1' },
  answerNow: { type: 'answerNow' },
  approve: { type: 'decideApproval', approvalId: '', decision: 'allow', scope: 'run' },
};

interface Aftermath {
  /** The log as the killed process left it. */
  before: RunEvent[];
  /** The whole log at the run's end. */
  after: RunEvent[];
  /** The requests of the process that took the run over. */
  calls: AgentCall[];
  /** What was answered to tools that asked there. */
  allowed: boolean[];
}

/** `true` = what had been acknowledged is in the log that was left, and the run went on by it; else what is missing. */
export function effectOf(kind: ControlKind, { before, after, calls, allowed }: Aftermath): true | string {
  const logged = before.find((event) => isOf(kind, event));
  if (!logged) return `not in the log: ${before.map(({ type }) => type).join(' ')}`;
  const last = after.at(-1);
  switch (kind) {
    case 'stop':
      return last === after[before.length - 1] && last?.type === 'run.stopped' ? true : `went on to ${last?.type}`;
    case 'stopSlot':
      return calls.every(({ slot }) => slot !== 'B') || 'B was asked again';
    case 'steer':
      return (
        calls.some(({ slot, messages }) => slot === 'B' && JSON.stringify(messages).includes(STEERING)) ||
        'B was not told'
      );
    case 'choose':
      return (last?.type === 'run.finished' && last.answerId === 'A.1') || `ended with ${JSON.stringify(last)}`;
    case 'answerNow':
      return (
        (last?.type === 'run.finished' && calls.every(({ toolChoice }) => toolChoice === 'none')) ||
        'there was more than the presentation'
      );
    case 'approve': {
      const asked = after.filter(({ type }) => type === 'approval.requested').length;
      return (
        (asked === 1 && allowed.every(Boolean) && allowed.length > 0) || `asked ${asked} times, allowed ${allowed}`
      );
    }
  }
}

function isOf(kind: ControlKind, event: RunEvent): boolean {
  switch (kind) {
    case 'stop':
      return event.type === 'run.stopped';
    case 'stopSlot':
      return event.type === 'agent.stopped' && event.slot === 'B';
    case 'steer':
      return event.type === 'steer.received' && event.text === STEERING;
    case 'choose':
      return event.type === 'winner.chosen' && event.rule === 'human';
    case 'answerNow':
      return event.type === 'bound.hit' && event.bound === 'answerNow';
    case 'approve':
      return event.type === 'approval.decided' && event.decision === 'allow';
  }
}
