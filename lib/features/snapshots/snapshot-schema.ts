import { z } from 'zod';
import { time } from '@/lib/platform/http/answer';

const hash = z.string();
const kind = z.enum(['answer', 'tools', 'call']);
const answerId = z.string().nullable();
const status = z.enum(['added', 'changed', 'removed']);
const planStatus = z.enum(['pending', 'in_progress', 'completed']);
const tool = {
  toolCallId: z.string(),
  server: z.string().optional(),
  tool: z.string(),
  arguments: z.unknown(),
  result: z.object({ text: z.string(), isError: z.boolean() }).nullable(),
  tookMs: z.number().nullable(),
};
const note = { noteId: z.string(), to: z.array(z.string()).nullable(), text: z.string() };
const answer = { answerId: z.string(), content: z.string() };
const index = z.int().describe('Its place among everything that the slot has done in the run.');

/** As `SnapshotRecord`, in the list of a run. */
export const listedContextSchema = z.object({
  id: z.uuid(),
  slot: z.string(),
  seq: z.int(),
  kind,
  hash,
  parentId: z.uuid().nullable(),
  answerId,
  bytes: z.int(),
  tookMs: z.number(),
  createdAt: time,
});

/** As `ContextView`. */
export const contextSchema = z.object({
  id: z.uuid(),
  hash,
  parentId: z.uuid().nullable(),
  runId: z.uuid(),
  conversationId: z.uuid(),
  slot: z.string(),
  backend: z.string(),
  seq: z.int(),
  kind,
  answerId,
  createdAt: time,
  messages: z.array(z.object({ index, text: z.string() })),
  toolCalls: z.array(z.object({ index, ...tool })),
  notes: z.array(z.object({ index, ...note })),
  answers: z.array(z.object({ index, ...answer })),
  files: z.array(
    z.object({
      path: z.string(),
      hash: hash.nullable(),
      bytes: z.int(),
      kind: z.enum(['file', 'link', 'tooLarge', 'removed']),
    }),
  ),
  changes: z.array(z.object({ path: z.string(), status, hash: hash.nullable(), bytes: z.int() })),
  plan: z.array(z.object({ id: z.string(), text: z.string(), status: planStatus })),
  usage: z.object({
    inputTokens: z.number(),
    outputTokens: z.number(),
    cachedTokens: z.number(),
    reasoningTokens: z.number(),
    costUsd: z.number().nullable(),
  }),
});

/** As `ContextDiff`. */
export const contextDiffSchema = z.object({
  contextId: z.uuid(),
  against: z.uuid().nullable(),
  files: z.array(
    z.object({
      path: z.string(),
      status,
      bytes: z.int(),
      patch: z.string().nullable(),
      note: z.string().nullable(),
    }),
  ),
  items: z.object({
    added: z.array(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('text'), text: z.string() }),
        z.object({ kind: z.literal('tool'), ...tool }),
        z.object({ kind: z.literal('note'), ...note }),
        z.object({ kind: z.literal('answer'), ...answer }),
      ]),
    ),
  }),
  plan: z.array(z.object({ id: z.string(), text: z.string(), from: planStatus.nullable(), to: planStatus.nullable() })),
});

/** As `FileComparison`. */
export const fileComparisonSchema = z.object({
  path: z.string(),
  state: z.enum(['clean', 'mergeable', 'conflict']),
  versions: z.array(
    z.object({
      slot: z.string(),
      change: status,
      hash: hash.nullable(),
      bytes: z.int(),
      patch: z.string().nullable(),
      note: z.string().nullable(),
    }),
  ),
  merged: z.string().nullable(),
  note: z.string().nullable(),
});

export const damagedContextSchema = z.object({ slot: z.string(), contextId: z.uuid(), message: z.string() });
