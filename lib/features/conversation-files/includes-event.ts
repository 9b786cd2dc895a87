import type { EventType } from '@/lib/protocol/event';
import type { Include } from './conversation-file';

/** What of a run its decision rests on: who took part, what they published, how they voted, and how it ended. */
const ANSWERS: ReadonlySet<EventType> = new Set<EventType>([
  'run.started',
  'agent.started',
  'agent.finished',
  'agent.state',
  'answer.posted',
  'vote.cast',
  'vote.voided',
  'classes.found',
  'check.finished',
  'ballot.cast',
  'verdict.given',
  'judge.decided',
  'agent.failed',
  'agent.quarantined',
  'agent.stopped',
  'winner.chosen',
  'usage',
  'run.finished',
  'run.stopped',
  'run.failed',
]);

/** What refers to contents that only the whole file has. */
const FILES: ReadonlySet<EventType> = new Set<EventType>(['context.captured', 'context.failed']);

/** Whether an event of this type goes into a file that takes this much. */
export function includesEvent(include: Include, type: EventType): boolean {
  if (include === 'files') return true;
  if (include === 'tools') return !FILES.has(type);
  return include === 'answers' && ANSWERS.has(type);
}
