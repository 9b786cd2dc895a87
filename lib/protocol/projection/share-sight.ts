import type { AttachmentRef } from '../attachment';
import type { EventError, EventType, RunEvent } from '../event';
import { type ShareLevel, type ShareSight, shows } from './audience';
import { shownTeam } from './shown-team';
import { shownCall, shownResult } from './shown-tool';
import { withoutAddresses } from './without-addresses';

type EventOf<T extends EventType> = Extract<RunEvent, { type: T }>;

/** How a share shows events of one type: from which level on, and what of them. */
interface Shown<T extends EventType> {
  from: ShareLevel;
  show(event: EventOf<T>, sight: ShareSight): EventOf<T>;
}

const STAMP = ['seq', 'at', 'runId', 'type'];

/** These fields from this level on, each as it is. */
function fields<T extends EventType>(
  from: ShareLevel,
  ...names: Exclude<keyof EventOf<T>, number | symbol>[]
): Shown<T> {
  const named = new Set<string>([...STAMP, ...names]);
  return { from, show: (event) => only(event, named) };
}

function only<E extends RunEvent>(event: E, named: ReadonlySet<string>): E {
  return Object.fromEntries(Object.entries(event).filter(([field]) => named.has(field))) as unknown as E;
}

const CALL = ['slot', 'callId'] as const;

/**
 * What shares show, by type of event. A type that is not here is never shown: reasoning and text that may come to nothing (deltas are
 * never sent), what was attached, offered, delivered or stored under which hash, what a request cost, what people were asked to allow.
 */
export const SHARE_SIGHT: { [T in EventType]?: Shown<T> } = {
  'run.started': {
    from: 'final',
    show: ({ seq, at, runId, type, team, input, attachments, reliability }, sight) => ({
      ...{ seq, at, runId, type },
      team: shownTeam(team, sight),
      input,
      ...(attachments && { attachments: attachments.map((file) => shownAttachment(file, sight)) }),
      // The disagreement report says how sure it is by these.
      ...(reliability && shows(sight, 'answers') && { reliability }),
      seed: 0,
    }),
  },
  'run.resumed': fields('answers', 'abandonedCalls'),
  'agent.started': fields('answers', ...CALL, 'phase', 'lines', 'check', 'as'),
  'agent.state': fields('answers', 'slot', 'state'),
  'agent.finished': fields('answers', ...CALL, 'outcome'),
  'agent.stopped': fields('answers', 'slot'),
  'agent.readmitted': fields('answers', 'slot'),
  'agent.quarantined': {
    from: 'answers',
    show: ({ seq, at, runId, type, slot, error }, sight) => ({
      ...{ seq, at, runId, type, slot },
      error: shownError(error, sight),
    }),
  },
  'answer.posted': fields('answers', ...CALL, 'answerId', 'content'),
  'vote.cast': fields('answers', ...CALL, 'answerId', 'reason', 'round', 'ranking'),
  'vote.voided': fields('answers', 'slot', 'answerId', 'voteSeq', 'because'),
  'classes.found': fields('answers', ...CALL, 'classes', 'findings', 'echoes'),
  'check.finished': {
    from: 'answers',
    show: ({ because, ...event }, sight) => ({
      ...only({ ...event, because } as EventOf<'check.finished'>, CHECK),
      // A check by a tool says what the tool has said.
      because: shows(sight, 'tools') ? withoutAddresses(because) : '',
    }),
  },
  'ballot.cast': fields('answers', ...CALL, 'scores', 'reason'),
  'verdict.given': fields('answers', ...CALL, 'order', 'answerId', 'reason'),
  'judge.decided': fields('answers', 'slot', 'answerId'),
  'bound.hit': fields('answers', ...CALL, 'bound'),
  'winner.chosen': fields('answers', 'answerId', 'rule', 'tally', 'decidedBy'),
  'final.started': fields('answers', ...CALL),
  'context.delivered': {
    from: 'answers',
    show: ({ seq, at, runId, type, slot, callId, answerIds, checked }) => ({
      ...{ seq, at, runId, type, slot, callId, answerIds },
      ...(checked && { checked }),
      tookMs: 0,
    }),
  },
  'tool.called': { from: 'tools', show: shownCall },
  'tool.finished': { from: 'tools', show: shownResult },
  'note.posted': fields('tools', ...CALL, 'noteId', 'text', 'to'),
  'steer.received': {
    from: 'tools',
    show: ({ seq, at, runId, type, slot, text, by }, sight) => ({
      ...{ seq, at, runId, type, text },
      ...(slot !== undefined && { slot }),
      // Who it was, only their colleagues are told.
      ...(by && sight.isColleague && { by }),
    }),
  },
  'agent.failed': {
    from: 'tools',
    show: ({ seq, at, runId, type, slot, callId, error, retryable }, sight) => ({
      ...{ seq, at, runId, type, slot },
      ...(callId !== undefined && { callId }),
      error: shownError(error, sight),
      retryable,
    }),
  },
  'agent.switched': {
    from: 'tools',
    show: ({ seq, at, runId, type, slot, from, to, because }) => ({
      ...{ seq, at, runId, type, slot },
      from: { type: from.type, model: from.model },
      to: { type: to.type, model: to.model },
      because: withoutAddresses(because),
    }),
  },
  'mcp.unavailable': {
    from: 'tools',
    show: ({ seq, at, runId, type, slot, callId, server, error }) => ({
      ...{ seq, at, runId, type, slot, callId, server },
      error: withoutAddresses(error),
    }),
  },
  'run.finished': {
    from: 'final',
    show: (event, sight) => ({
      ...only(event, shows(sight, 'answers') ? FINISHED_BY : FINISHED),
      ...(event.cut !== undefined && { cut: withoutAddresses(event.cut) }),
    }),
  },
  'run.stopped': {
    from: 'final',
    show: (event, sight) => only(event, shows(sight, 'answers') ? STOPPED_BY : STOPPED),
  },
  'run.failed': {
    from: 'final',
    show: ({ seq, at, runId, type, error }, sight) => ({
      ...{ seq, at, runId, type },
      error: shownError(error, sight),
    }),
  },
};

const CHECK = new Set([...STAMP, ...CALL, 'answerId', 'check', 'outcome']);
/** Whose answer it was is part of who answered. */
const FINISHED = new Set([...STAMP, 'final', 'presented']);
const FINISHED_BY = new Set([...FINISHED, 'answerId']);
const STOPPED = new Set([...STAMP, 'final']);
const STOPPED_BY = new Set([...STOPPED, 'answerId']);

/** What the level shows of the event; `null` = nothing. */
export function shownToShare(event: RunEvent, sight: ShareSight): RunEvent | null {
  const shown = Object.hasOwn(SHARE_SIGHT, event.type) ? SHARE_SIGHT[event.type] : undefined;
  if (!shown || !shows(sight, shown.from)) return null;
  // The table has for each type what is made for that type.
  return (shown as Shown<EventType>).show(event as never, sight);
}

function shownAttachment({ id, name, mediaType, bytes, kind }: AttachmentRef, sight: ShareSight): AttachmentRef {
  // By its id somebody who may read the content asks for it.
  return { id: shows(sight, 'files') ? id : '', name, mediaType, bytes, kind };
}

/** Below the level of tools only of what kind it was. */
function shownError({ code, message }: EventError, sight: ShareSight): EventError {
  return { code, message: shows(sight, 'tools') ? withoutAddresses(message) : '' };
}
