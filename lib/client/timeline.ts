import type { RunEvent } from '../protocol/event';
import { boardToolWords } from './board-words';
import { listWords, plural } from './format';
import { sharedWords, tokenWords } from './sharing-words';
import { backendWords } from './slot-entries';

export type MarkKind =
  | 'answer'
  | 'vote'
  | 'void'
  | 'read'
  | 'note'
  | 'failure'
  | 'switch'
  | 'stop'
  | 'final'
  | 'steer'
  | 'bound';

export interface TimelineMark {
  seq: number;
  /** Milliseconds since the run's start. */
  at: number;
  kind: MarkKind;
  /** Short text drawn beside the mark; empty for small ones. */
  label: string;
  /** The whole story in words. */
  words: string;
}

export interface TimelineSpan {
  from: number;
  /** `null` while it goes on. */
  to: number | null;
  kind: 'call' | 'tool';
  words: string;
}

export interface TimelineLane {
  slot: string;
  spans: TimelineSpan[];
  marks: TimelineMark[];
}

export interface Timeline {
  /** Length of the axis in milliseconds, at least 1. */
  length: number;
  lanes: TimelineLane[];
}

/** Lanes, spans and marks of a run's events, in order. */
export function timelineOf(events: RunEvent[]): Timeline {
  const start = Date.parse(events[0]?.at ?? '');
  const lanes = new Map<string, TimelineLane>();
  const open = new Map<string, TimelineSpan>();
  const time = (event: RunEvent) => Date.parse(event.at) - start;

  function lane(slot: string): TimelineLane {
    const known = lanes.get(slot);
    if (known) return known;
    const made = { slot, spans: [], marks: [] };
    lanes.set(slot, made);
    return made;
  }
  function begin(key: string, slot: string, span: TimelineSpan) {
    open.set(key, span);
    lane(slot).spans.push(span);
  }
  function end(key: string, at: number) {
    const span = open.get(key);
    if (span) span.to = at;
    open.delete(key);
  }

  for (const event of events) {
    const at = time(event);
    const mark = (slot: string, kind: MarkKind, label: string, words: string) =>
      lane(slot).marks.push({ seq: event.seq, at, kind, label, words });
    switch (event.type) {
      case 'run.started':
        for (const agent of event.team.agents) lane(agent.slot);
        break;
      case 'agent.started':
        begin(event.callId, event.slot, {
          from: at,
          to: null,
          kind: 'call',
          words: `${event.slot}: ${event.phase} call`,
        });
        break;
      case 'agent.finished':
        end(event.callId, at);
        break;
      case 'run.resumed':
        for (const callId of event.abandonedCalls) end(callId, at);
        break;
      case 'tool.called':
        if (event.tool === 'new_answer' || event.tool === 'vote' || event.tool === 'abstain') break;
        begin(event.toolCallId, event.slot, {
          from: at,
          to: null,
          kind: 'tool',
          words: `${event.slot}: ${boardToolWords(event.tool, event.arguments) ?? event.tool}`,
        });
        break;
      case 'tool.finished':
        end(event.toolCallId, at);
        break;
      case 'answer.posted':
        mark(event.slot, 'answer', event.answerId, `${event.slot} published ${event.answerId}`);
        break;
      case 'vote.cast':
        mark(event.slot, 'vote', '', `${event.slot} ${event.answerId ? `voted for ${event.answerId}` : 'abstained'}`);
        break;
      case 'vote.voided':
        mark(
          event.slot,
          'void',
          '',
          `${event.slot}’s vote for ${event.answerId ?? 'nobody'} became void: ${event.because}`,
        );
        break;
      case 'context.delivered': {
        const read = [
          ...event.answerIds,
          ...(event.contexts ?? []).map((shared) => `${sharedWords(shared)} (${tokenWords(shared.tokens)})`),
          ...(event.noteIds?.length ? [plural(event.noteIds.length, 'note')] : []),
        ];
        if (read.length > 0) mark(event.slot, 'read', '', `${event.slot} read ${listWords(read)}`);
        break;
      }
      case 'note.posted':
        mark(event.slot, 'note', '', `${event.slot} to ${event.to ? listWords(event.to) : 'all'}: ${event.text}`);
        break;
      case 'context.failed':
        mark(event.slot, 'failure', '', `${event.slot}’s context is missing: ${event.error.message}`);
        break;
      case 'agent.failed':
        mark(event.slot, 'failure', '', `${event.slot} failed: ${event.error.message}`);
        break;
      case 'agent.switched':
        mark(
          event.slot,
          'switch',
          '',
          `${event.slot} went on with ${backendWords(event.to)} instead of ${backendWords(event.from)}`,
        );
        break;
      case 'agent.quarantined':
        mark(event.slot, 'failure', '', `${event.slot} takes part no longer: ${event.error.message}`);
        break;
      case 'agent.stopped':
        mark(event.slot, 'stop', '', `${event.slot} was stopped`);
        break;
      case 'final.started':
        mark(event.slot, 'final', 'final', `${event.slot} began to present`);
        break;
      case 'steer.received':
        for (const { slot } of event.slot ? [{ slot: event.slot }] : [...lanes.values()]) {
          mark(slot, 'steer', '', `You to ${event.slot ?? 'all'}: ${event.text}`);
        }
        break;
      case 'bound.hit':
        if (event.slot) mark(event.slot, 'bound', '', `Bound reached: ${event.bound}`);
        break;
    }
  }
  const length = Math.max(1, events.length > 0 ? time(events.at(-1) as RunEvent) : 1);
  return { length, lanes: [...lanes.values()] };
}
