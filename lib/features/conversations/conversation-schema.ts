import { z } from 'zod';
import { attachmentRefSchema } from '@/lib/features/attachments/attachment-schema';
import { runResultSchema, runStatusSchema } from '@/lib/features/runs/run-schema';
import { time } from '@/lib/platform/http/answer';

const id = z.uuid();
const answerId = z.string().nullable();

/** As `ConversationRecord`. */
export const conversationSchema = z.object({
  id,
  workspaceId: id,
  ownerId: id,
  title: z.string(),
  titleBy: z.enum(['rule', 'model', 'person']).describe('Who has given the title.'),
  summary: z.string().nullable().describe('What it is about; null = nothing has been written yet.'),
  visibility: z.enum(['private', 'workspace']),
  labels: z.array(z.string()),
  activeLeafId: id.nullable().describe('The end of the branch that the caller is shown.'),
  pinned: z.boolean().describe('By the caller.'),
  archivedAt: time.nullable(),
  createdAt: time,
  updatedAt: time,
});

export const listedConversationSchema = conversationSchema.extend({
  running: z.boolean().describe('A run of it is queued or running.'),
  lastRunStatus: runStatusSchema.nullable(),
  unread: z.boolean().describe('A run has ended since the caller has looked.'),
});

const continuedFromSchema = z.object({ contextId: id, slot: z.string(), answerId });

const importedFromSchema = z.object({ from: z.enum(['massgen', 'chatgpt', 'claude']), model: z.string().nullable() });

const partSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string() }),
  attachmentRefSchema.extend({ type: z.literal('attachment') }),
  continuedFromSchema.extend({ type: z.literal('context') }),
  importedFromSchema.extend({ type: z.literal('source') }),
]);

const chosenSchema = z.object({ answerId: z.string(), by: z.object({ userId: id }), at: time });

export const messageSchema = z.object({
  id,
  parentId: id.nullable(),
  role: z.enum(['user', 'assistant']),
  parts: z.array(partSchema),
  chosen: chosenSchema.nullable().describe('What a person chose after the end of the run; `parts` then hold its text.'),
  checks: z.array(z.unknown()).nullable().describe('Of a question: the checks that were given with it.'),
  createdAt: time,
  runId: id.nullable().describe('Of an assistant message: the run that writes it.'),
  status: runStatusSchema.nullable(),
});

/** As `ConversationWithMessages`. */
export const conversationWithMessagesSchema = conversationSchema.extend({
  canWrite: z.boolean(),
  messages: z.array(
    messageSchema.extend({
      siblingIds: z.array(id).describe('Messages with the same parent, itself included, oldest first.'),
      siblingLeafIds: z.array(id).describe('For each of them the newest message behind it.'),
      result: runResultSchema.nullable(),
      continuedFrom: continuedFromSchema.nullable(),
    }),
  ),
});

const branches = z.object({ leafIds: z.array(id), shown: z.int() }).nullable();
const cutFrom = z.int().nullable().describe('Characters of the whole text, when only its beginning is here.');

/** As `TurnView`. */
export const turnSchema = z.object({
  messageId: id,
  answerMessageId: id,
  after: id.nullable(),
  text: z.string(),
  textCutFrom: cutFrom,
  askedBy: z.string().nullable().describe('The name of somebody else who asked.'),
  attachments: z.array(attachmentRefSchema),
  checks: z.array(z.unknown()).nullable().describe('Given with the question.'),
  questionBranches: branches,
  answerBranches: branches,
  run: z
    .object({
      id,
      status: runStatusSchema,
      result: runResultSchema.extend({ finalCutFrom: cutFrom }).nullable(),
      chosen: chosenSchema
        .extend({ text: z.string(), cutFrom })
        .nullable()
        .describe('What a person chose after the end; shown in place of the final answer.'),
      state: z
        .looseObject({ runId: id, status: runStatusSchema, seq: z.int() })
        .nullable()
        .describe('What the log of a run that goes on folds to so far, for pages; null where it is better read.'),
    })
    .nullable(),
  answer: z
    .string()
    .optional()
    .describe(
      'Without a run: what a slot had published when somebody went on from its context, or what came with a file.',
    ),
  answerCutFrom: cutFrom.optional(),
  continuedFrom: continuedFromSchema.optional(),
  importedFrom: importedFromSchema.optional().describe('The program that wrote the answer, where it came with a file.'),
});
