import { z } from 'zod';

/** How much of a conversation goes into a file, least first; each takes what the ones before it take. */
export const INCLUDES = ['final', 'answers', 'tools', 'files'] as const;
export type Include = (typeof INCLUDES)[number];

export const FORMAT = 'massgen-conversation';

const time = z.iso.datetime();
const id = z.string().min(1).max(100);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().nonnegative();
const anyObject = z.record(z.string(), z.unknown());

const part = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string() }),
  z.strictObject({ type: z.literal('attachment'), id }),
  z.strictObject({
    type: z.literal('context'),
    contextId: id.nullable(),
    slot: z.string(),
    answerId: z.string().nullable(),
  }),
  z.strictObject({
    type: z.literal('source'),
    from: z.enum(['massgen', 'chatgpt', 'claude']),
    model: z.string().max(200).nullable(),
  }),
]);

const message = z.strictObject({
  id,
  parentId: id.nullable(),
  role: z.enum(['user', 'assistant']),
  parts: z.array(part).max(200),
  chosen: z.strictObject({ answerId: z.string().max(50), at: time }).nullable(),
  createdAt: time,
});

const run = z.strictObject({
  id,
  messageId: id,
  answerMessageId: id,
  team: anyObject,
  status: z.enum(['finished', 'stopped', 'failed']),
  result: z.looseObject({ final: z.string().nullable() }).nullable(),
  createdAt: time,
  startedAt: time.nullable(),
  endedAt: time.nullable(),
  events: z.array(anyObject),
});

const context = z.strictObject({
  id,
  runId: id,
  slot: z.string().max(50),
  seq: count,
  kind: z.enum(['answer', 'tools', 'call']),
  parentId: id.nullable(),
  answerId: z.string().max(50).nullable(),
  isComplete: z.boolean(),
  bytes: count,
  tookMs: count,
  createdAt: time,
  /** What it vouches for (docs/context-snapshot.schema.json); its hash follows from it. */
  manifest: anyObject,
});

const attachment = z.strictObject({
  id,
  name: z.string().min(1).max(300),
  mediaType: z.string().max(200),
  kind: z.enum(['image', 'document', 'text']),
  bytes: count,
  hash,
  createdAt: time,
});

/**
 * A conversation as a file, complete: what is in it again is the conversation. Its ids are the file's own (`message-1`, `run-1` …), and nothing in
 * it says when, where or by whom it was written, so that the same conversation is the same file.
 */
export const conversationFileSchema = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(1),
  title: z.string().min(1).max(200),
  /** Absent = nothing has been written. */
  summary: z.string().min(1).max(1000).optional(),
  labels: z.array(z.string().max(50)).max(20),
  createdAt: time,
  updatedAt: time,
  archivedAt: time.nullable(),
  activeLeafId: id.nullable(),
  messages: z.array(message),
  runs: z.array(run),
  contexts: z.array(context),
  attachments: z.array(attachment),
  /** Contents by their SHA-256, in base64: of attachments and of what contexts refer to. */
  blobs: z.record(hash, z.string()),
});

export type ConversationFile = z.infer<typeof conversationFileSchema>;
export type FileMessage = z.infer<typeof message>;
export type FilePart = z.infer<typeof part>;
export type FileRun = z.infer<typeof run>;
export type FileContext = z.infer<typeof context>;
export type FileAttachment = z.infer<typeof attachment>;
