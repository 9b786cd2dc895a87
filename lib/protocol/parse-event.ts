import type { EventType, RunEvent } from './event';
import {
  answerId,
  anything,
  attachments,
  backendName,
  count,
  deliveredAttachments,
  error,
  type FieldCheck,
  flag,
  integer,
  listOf,
  nullable,
  object,
  oneOf,
  optional,
  seq,
  tally,
  team,
  text,
  time,
} from './field-check';

type Fields = Record<string, FieldCheck>;

const STAMP: Fields = { seq, at: time, runId: text };
const SLOT: Fields = { slot: text };
const CALL: Fields = { ...SLOT, callId: text };
const TOOL: Fields = { ...CALL, toolCallId: text, server: optional(text), tool: text };

const FIELDS: Record<EventType, Fields> = {
  'run.started': { team, input: text, attachments: optional(attachments), seed: integer },
  'run.resumed': { abandonedCalls: listOf(text) },
  'agent.started': { ...CALL, phase: oneOf('coordination', 'vote', 'runoff', 'presentation') },
  'agent.delta': { ...CALL, kind: oneOf('text', 'reasoning'), text },
  'agent.state': { ...SLOT, state: text, because: optional(text) },
  'agent.finished': { ...CALL, outcome: oneOf('acted', 'presented', 'outdated', 'stopped', 'failed', 'abandoned') },
  'agent.writing': { ...CALL, tool: text, characters: optional(count) },
  'agent.reminded': { ...CALL, attempt: seq, because: text },
  'tool.called': { ...TOOL, arguments: anything },
  'tool.finished': { ...TOOL, result: text, isError: flag, tookMs: count },
  'approval.requested': { ...TOOL, approvalId: text, arguments: anything, because: text },
  'approval.decided': {
    ...SLOT,
    approvalId: text,
    decision: oneOf('allow', 'deny'),
    scope: oneOf('once', 'run'),
    arguments: optional(object),
  },
  'answer.posted': { ...CALL, answerId, content: text },
  'vote.cast': { ...CALL, answerId: nullable(answerId), reason: text, round: oneOf(1, 2) },
  'vote.voided': { ...SLOT, answerId: nullable(answerId), voteSeq: seq, because: text },
  'context.delivered': {
    ...CALL,
    answerIds: listOf(answerId),
    noteIds: optional(listOf(text)),
    contexts: optional(listOf(object)),
    steerSeqs: optional(listOf(seq)),
    toolCallId: optional(text),
    tookMs: count,
  },
  'context.captured': {
    ...CALL,
    snapshotId: text,
    hash: text,
    parentId: nullable(text),
    kind: oneOf('answer', 'tools', 'call'),
    answerId: nullable(answerId),
    items: count,
    files: count,
    bytes: count,
    tookMs: count,
  },
  'context.failed': { ...SLOT, snapshotId: optional(text), error },
  'note.posted': { ...CALL, noteId: text, text, to: optional(listOf(text)) },
  'attachments.delivered': { ...CALL, items: deliveredAttachments },
  'agent.failed': { ...SLOT, callId: optional(text), error, retryAfterMs: optional(count), retryable: flag },
  'agent.switched': { ...SLOT, from: backendName, to: backendName, because: text },
  'agent.quarantined': { ...SLOT, error },
  'agent.stopped': SLOT,
  'steer.received': { slot: optional(text), text },
  'bound.hit': { slot: optional(text), callId: optional(text), bound: text },
  'winner.chosen': { answerId, rule: text, tally },
  'final.started': CALL,
  'final.delta': { ...CALL, text },
  usage: {
    ...CALL,
    inputTokens: count,
    outputTokens: count,
    cachedTokens: count,
    cacheWriteTokens: optional(count),
    reasoningTokens: count,
    costUsd: nullable(count),
    backend: optional(text),
    model: optional(text),
    priceDate: optional(nullable(text)),
    estimated: optional(flag),
  },
  'run.finished': { final: text, answerId, presented: flag },
  'run.stopped': { answerId: nullable(answerId), final: nullable(text) },
  'run.failed': { error },
};

/**
 * One event that comes from outside (an imported log, a stream), checked field by field; fields that are not known are kept.
 * Throws an `Error` that names the event type and the field.
 */
export function parseEvent(value: unknown): RunEvent {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error('An event must be an object.');
  const event = value as Record<string, unknown>;
  const { type } = event;
  if (typeof type !== 'string' || !Object.hasOwn(FIELDS, type)) {
    throw new Error(`There is no event type ${JSON.stringify(type)}.`);
  }
  for (const [field, check] of Object.entries({ ...STAMP, ...FIELDS[type as EventType] })) {
    const wrong = check(event[field]);
    if (wrong !== null) throw new Error(`${type}: "${field}" must be ${wrong}.`);
  }
  return value as RunEvent;
}
