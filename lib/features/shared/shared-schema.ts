import { z } from 'zod';
import { SHARE_LEVELS } from '@/db/permissions/permissions';
import { SHARE_MODES } from '@/db/types/share-record';
import { runSchema, runStatusSchema } from '@/lib/features/runs/run-schema';
import { time } from '@/lib/platform/http/answer';

export const tokenParams = z.object({ token: z.string().max(200) });
export const sharedRunParams = z.object({ token: z.string().max(200), runId: z.string().max(100) });

export const sharedExportQuery = z.object({ format: z.enum(['md', 'json'], 'Give md or json.').default('md') });

const id = z.uuid();
const slot = z.string();

const part = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string() }),
  z.object({
    type: z.literal('attachment'),
    id: id.optional().describe('Where its content is shown: the path at which it is.'),
    name: z.string(),
    mediaType: z.string(),
    bytes: z.int(),
    kind: z.enum(['image', 'document', 'text']),
  }),
]);

/** As `SharedMessageView`. */
const message = z.object({
  id,
  parentId: id.nullable(),
  role: z.enum(['user', 'assistant']),
  parts: z.array(part),
  createdAt: time,
  runId: id.nullable(),
});

const moment = { seq: z.int(), at: time };

/** As `SharedWork`. */
const work = z.discriminatedUnion('kind', [
  z.object({
    ...moment,
    kind: z.literal('tool'),
    slot,
    server: z.string().nullable(),
    tool: z.string(),
    arguments: z.unknown(),
    result: z.string().nullable(),
    bytes: z
      .int()
      .describe('Of the result, which is empty where a tool reads files or contexts and the level is below `files`.'),
    isError: z.boolean(),
    tookMs: z.number().nullable(),
  }),
  z.object({ ...moment, kind: z.literal('note'), slot, to: z.array(slot).nullable(), text: z.string() }),
  z.object({
    ...{ ...moment, kind: z.literal('steer'), slot: slot.nullable(), text: z.string() },
    by: z.string().nullable().describe('The name of who it was, for members of the workspace.'),
  }),
  z.object({ ...moment, kind: z.literal('error'), slot, code: z.string(), message: z.string() }),
]);

/** As `SharedRunView`. */
export const sharedRunSchema = z.object({
  id,
  status: runStatusSchema,
  seq: z.int(),
  startedAt: time.nullable(),
  endedAt: time.nullable(),
  isSimulated: z.boolean().describe('Nobody in its team was a language model.'),
  slots: z.array(
    z.object({
      slot,
      name: z.string(),
      backend: z.string(),
      model: z.string(),
      state: z.string(),
      systemMessage: z.string().nullable(),
    }),
  ),
  answers: z.array(z.object({ answerId: z.string(), slot, content: z.string(), at: time })),
  votes: runSchema.shape.votes,
  winner: z.string().nullable(),
  rule: z.string().nullable(),
  tally: z.record(z.string(), z.number()),
  decision: runSchema.shape.decision,
  final: z.string().nullable(),
  cut: z.string().nullable(),
  chosen: z.string().nullable(),
  work: z.array(work),
  files: z.array(z.object({ slot, path: z.string(), bytes: z.int() })),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
});

/** As `SharedView`. */
export const sharedViewShape = {
  share: z.object({
    title: z.string(),
    level: z.enum(SHARE_LEVELS),
    mode: z.enum(SHARE_MODES),
    ownerName: z.string(),
    updatedAt: time,
  }),
  messages: z.array(message),
  runs: z.array(sharedRunSchema),
};
