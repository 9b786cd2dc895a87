import { isBudgetSpent } from './budget';
import { isHelper } from './decision/helpers';
import type { AgentState, AgentStateWord, DraftEvent } from './event';
import type { RunState, SlotState } from './state';
import type { Slot } from './team';
import type { ApprovalDecided, ApprovalRequested } from './tool-event';
import { slotOf } from './update-slot';
import { validVoteOf } from './voting/valid-votes';
import { isAction } from './workflow-tools';

/**
 * The `agent.state` that follows from an event, or `null` when the slot's word stays. The driver writes it right after the
 * event; nothing else sets the word, so every viewer reads the same.
 * @param state after the event
 */
export function agentStateFor(state: RunState, event: DraftEvent): AgentState | null {
  if (!('slot' in event) || event.slot === undefined || event.type === 'agent.state') return null;
  const slot = slotOf(state, event.slot);
  if (!slot) return null;
  const next = wordFor(state, slot, event);
  if (!next || (next.state === slot.state && (next.because ?? null) === slot.stateBecause)) return null;
  return { type: 'agent.state', slot: event.slot, ...next };
}

type Next = { state: AgentStateWord; because?: string } | null;

function wordFor(state: RunState, slot: SlotState, event: DraftEvent): Next {
  switch (event.type) {
    case 'agent.started':
      return { state: 'thinking', ...reasonToLookAgain(state, slot.slot) };
    case 'agent.delta':
      return { state: event.kind === 'text' ? 'answering' : 'thinking' };
    case 'agent.writing':
      return event.tool === 'new_answer' ? { state: 'answering' } : null;
    case 'final.started':
      return { state: 'answering' };
    case 'context.delivered':
      return event.answerIds.length > 0 ? { state: 'reading others', ...reasonToLookAgain(state, slot.slot) } : null;
    case 'tool.called':
      return isAction(event) ? null : { state: 'using a tool' };
    case 'approval.requested':
      return { state: 'waiting for you', because: reasonToAsk(event) };
    case 'approval.decided':
      return { state: event.decision === 'allow' || isOfServer(state, event) ? 'using a tool' : 'thinking' };
    case 'agent.finished':
      return afterCall(state, slot, event.outcome);
    case 'vote.voided':
      return { state: 'queued', because: `looks again because ${event.because}` };
    case 'agent.failed':
      return { state: 'failed', because: event.error.message };
    case 'agent.switched':
      return { state: 'queued', because: `goes on with ${event.to.model || event.to.type}` };
    case 'agent.quarantined':
      return { state: 'quarantined', because: event.error.message };
    case 'agent.readmitted':
      return { state: 'queued', because: 'is asked again' };
    case 'agent.stopped':
      return { state: 'stopped' };
    case 'bound.hit':
      return event.bound === 'callsPerAgent' ? { state: 'done', because: 'used all its calls' } : null;
    default:
      return null;
  }
}

function reasonToAsk({ kind, server, tool }: ApprovalRequested): string {
  if (kind === 'elicitation') return `${server} asks you`;
  return kind === 'sampling' ? `${server} wants to ask the model` : `wants to use ${tool}`;
}

/** A server has its reply, whatever it is, and its tool goes on. */
function isOfServer({ approvals }: RunState, { approvalId }: ApprovalDecided): boolean {
  return approvals.some((approval) => approval.approvalId === approvalId && approval.kind !== undefined);
}

function afterCall(state: RunState, slot: SlotState, outcome: string): Next {
  if (slot.out === 'stopped') return { state: 'stopped' };
  if (outcome === 'stopped') {
    return { state: 'done', because: isBudgetSpent(state) ? 'the budget is used up' : 'is no longer needed' };
  }
  if (outcome === 'late') return { state: 'done', because: 'came after it was decided' };
  if (outcome === 'presented' || isHelper(slot.slot)) return { state: 'done' };
  if (outcome !== 'acted') return { state: 'queued', ...reasonToLookAgain(state, slot.slot) };
  return validVoteOf(state, slot.slot) ? { state: 'voted' } : { state: 'answered' };
}

/** "looks again because C published C.1": who has acted before and is asked again should know why. */
function reasonToLookAgain(state: RunState, slot: Slot): { because: string } | Record<string, never> {
  const vote = state.votes.findLast((candidate) => candidate.slot === slot);
  if (!vote?.voidBecause || state.phase !== 'coordinating') return {};
  return { because: `looks again because ${vote.voidBecause}` };
}
