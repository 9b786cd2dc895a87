import { othersName } from '@/lib/browser/ui/me';
import type { RunEvent } from '@/lib/protocol/event';
import { isAction } from '@/lib/protocol/workflow-tools';
import { phaseWord } from '../usage/cost-table';
import { boardToolWords } from './board-words';
import { texts } from './history-texts';
import { sharedWords, tokenWords } from './sharing-words';
import { backendWords } from './slot-entries';
import { slotName } from './slot-name';

export type MarkKind =
  | 'answer'
  | 'vote'
  | 'void'
  | 'check'
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
          words: texts.call(slotName(event.slot), phaseWord(event.phase).toLowerCase()),
        });
        break;
      case 'agent.finished':
        end(event.callId, at);
        break;
      case 'run.resumed':
        for (const callId of event.abandonedCalls) end(callId, at);
        break;
      case 'tool.called':
        if (isAction(event)) break;
        begin(event.toolCallId, event.slot, {
          from: at,
          to: null,
          kind: 'tool',
          words: texts.tool(event.slot, boardToolWords(event) ?? event.tool),
        });
        break;
      case 'tool.finished':
        end(event.toolCallId, at);
        break;
      case 'answer.posted':
        mark(event.slot, 'answer', event.answerId, texts.published(event.slot, event.answerId));
        break;
      case 'vote.cast':
        mark(event.slot, 'vote', '', texts.voted(event.slot, event.answerId));
        break;
      case 'vote.voided':
        mark(event.slot, 'void', '', texts.voided(event.slot, event.answerId, event.because));
        break;
      case 'check.finished': {
        const author = event.answerId.slice(0, event.answerId.lastIndexOf('.'));
        mark(author, 'check', '', texts.checked(event.answerId, event.check, event.outcome));
        break;
      }
      case 'ballot.cast': {
        const scored = Object.entries(event.scores).map(([answerId, score]) => `${answerId} ${score}`);
        mark(event.slot, 'vote', '', texts.ballot(event.slot, scored));
        break;
      }
      case 'judge.decided':
        mark(event.slot, 'vote', '', texts.verdict(event.answerId));
        break;
      case 'context.delivered': {
        const read = [
          ...event.answerIds,
          ...(event.contexts ?? []).map((shared) => texts.sharedTokens(sharedWords(shared), tokenWords(shared.tokens))),
          ...(event.noteIds?.length ? [texts.notes(event.noteIds.length)] : []),
        ];
        if (read.length > 0) mark(event.slot, 'read', '', texts.read(event.slot, read));
        break;
      }
      case 'note.posted':
        mark(event.slot, 'note', '', texts.note(event.slot, event.to, event.text));
        break;
      case 'context.failed':
        mark(event.slot, 'failure', '', texts.contextMissing(event.slot, event.error.message));
        break;
      case 'agent.failed':
        mark(event.slot, 'failure', '', texts.failed(slotName(event.slot), event.error.message));
        break;
      case 'agent.switched':
        mark(event.slot, 'switch', '', texts.switched(event.slot, backendWords(event.to), backendWords(event.from)));
        break;
      case 'agent.quarantined':
        mark(event.slot, 'failure', '', texts.droppedOut(slotName(event.slot), event.error.message));
        break;
      case 'agent.readmitted':
        mark(event.slot, 'switch', '', texts.readmitted(event.slot));
        break;
      case 'agent.stopped':
        mark(event.slot, 'stop', '', texts.stopped(event.slot, othersName(event.by)));
        break;
      case 'final.started':
        mark(event.slot, 'final', texts.finalMark, texts.presents(event.slot));
        break;
      case 'steer.received':
        for (const { slot } of event.slot ? [{ slot: event.slot }] : [...lanes.values()]) {
          mark(slot, 'steer', '', texts.steered(othersName(event.by), event.slot, event.text));
        }
        break;
      case 'bound.hit':
        if (event.slot) mark(event.slot, 'bound', '', texts.bound(event.bound));
        break;
    }
  }
  const length = Math.max(1, events.length > 0 ? time(events.at(-1) as RunEvent) : 1);
  return { length, lanes: [...lanes.values()] };
}
