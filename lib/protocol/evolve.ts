import { evolveDecision } from './decision/evolve-decision';
import type { RunEvent } from './event';
import { evolveApproval, lapseApprovals } from './evolve-approval';
import { evolveBoard } from './evolve-board';
import { evolveCall } from './evolve-call';
import { evolveCondense } from './evolve-condense';
import { evolveContent } from './evolve-content';
import { evolveRun } from './evolve-run';
import { evolveTool } from './evolve-tool';
import { evolveVoting } from './evolve-voting';
import { evolveWaiting } from './evolve-waiting';
import type { RunState } from './state';

/**
 * The state after one more event. Pure: the same log folds to the same state everywhere (P23).
 * Nothing counts after the terminal event (P17), and nothing twice: a reader may hand over events that overlap.
 */
export function evolve(state: RunState, event: RunEvent): RunState {
  if (state.phase === 'over' || event.seq <= state.seq) return state;
  return { ...evolveWaiting(lapseApprovals(step(state, event)), event.at), seq: event.seq };
}

function step(state: RunState, event: RunEvent): RunState {
  switch (event.type) {
    case 'agent.delta':
    case 'agent.recast':
    case 'reply.kept':
    case 'final.delta':
    case 'final.started':
    case 'agent.writing':
    case 'agent.reminded':
    case 'context.delivered':
    case 'attachments.delivered':
    case 'usage':
      return evolveContent(state, event);
    case 'tools.offered':
    case 'mcp.unavailable':
    case 'tool.called':
    case 'tool.started':
    case 'tool.progress':
    case 'tool.finished':
      return evolveTool(state, event);
    case 'context.condensed':
    case 'history.summarised':
      return evolveCondense(state, event);
    case 'note.posted':
    case 'context.captured':
    case 'context.failed':
      return evolveBoard(state, event);
    case 'agent.started':
    case 'agent.finished':
    case 'agent.failed':
    case 'agent.switched':
    case 'agent.adapted':
    case 'agent.quarantined':
    case 'agent.readmitted':
    case 'agent.stopped':
    case 'agent.state':
    case 'steer.received':
      return evolveCall(state, event);
    case 'approval.requested':
    case 'approval.decided':
      return evolveApproval(state, event);
    case 'answer.posted':
    case 'vote.cast':
    case 'vote.voided':
    case 'winner.chosen':
      return evolveVoting(state, event);
    case 'classes.found':
    case 'check.finished':
    case 'ballot.cast':
    case 'verdict.given':
    case 'judge.decided':
      return evolveDecision(state, event);
    case 'run.started':
    case 'run.resumed':
    case 'bound.hit':
    case 'run.finished':
    case 'run.stopped':
    case 'run.failed':
      return evolveRun(state, event);
    default:
      // A log of a later version may hold events that this one does not know.
      return state;
  }
}
