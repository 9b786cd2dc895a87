import { isOfBoard } from '@/lib/protocol/board-tools';
import { isHelper } from '@/lib/protocol/decision/helpers';
import type { DraftEvent } from '@/lib/protocol/event';
import type { RunState } from '@/lib/protocol/state';
import { slotOf } from '@/lib/protocol/update-slot';
import { isAction } from '@/lib/protocol/workflow-tools';
import type { RunContexts } from '../context-source';

/** Has a slot's context captured where an event makes that due: it has published, its own tools have ended, its call has ended. */
export function captureOn(contexts: RunContexts, state: RunState, event: DraftEvent): void {
  // A helper has nothing that others could use.
  if ('slot' in event && event.slot !== undefined && isHelper(event.slot)) return;
  switch (event.type) {
    case 'answer.posted':
      contexts.capture(state, event.slot, 'answer', event.answerId);
      break;
    case 'tool.finished': {
      const isOwn = !isAction(event) && !isOfBoard(event);
      if (isOwn && !slotOf(state, event.slot)?.call?.hasToolWork) contexts.capture(state, event.slot, 'tools', null);
      break;
    }
    case 'agent.finished':
    case 'agent.failed':
      contexts.capture(state, event.slot, 'call', null);
      break;
  }
}
