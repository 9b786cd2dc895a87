import { AppError } from '@/lib/platform/errors/app-error';
import { fieldErrors } from '@/lib/platform/errors/field-errors';
import { cleanJson } from '@/lib/platform/http/clean-json';
import { parseEvent } from '@/lib/protocol/parse-event';
import { type ConversationFile, conversationFileSchema, type FileRun } from './conversation-file';
import { texts } from './texts';

/** What a file of ours holds, checked. Throws `invalid`, naming what is wrong. */
export function readOwn(value: unknown): ConversationFile {
  const parsed = conversationFileSchema.safeParse(value);
  if (!parsed.success) throw new AppError('invalid', texts.notReadable, { fields: fieldErrors(parsed.error) });
  const file = withCleanTexts(parsed.data);
  checkMessages(file);
  const known = new Set([...file.messages, ...file.runs, ...file.contexts, ...file.attachments].map(({ id }) => id));
  if (known.size < file.messages.length + file.runs.length + file.contexts.length + file.attachments.length)
    throw new AppError('invalid', texts.notReadable);
  for (const id of referencesOf(file)) if (!known.has(id)) throw new AppError('invalid', texts.noSuchReference(id));
  for (const attachment of file.attachments)
    if (!Object.hasOwn(file.blobs, attachment.hash))
      throw new AppError('invalid', texts.foreignContent(attachment.hash));
  for (const run of file.runs) checkLog(run);
  return file;
}

/** What goes into columns of JSON: the log is kept as a text and needs none of it. */
function withCleanTexts(file: ConversationFile): ConversationFile {
  return {
    ...file,
    title: cleanJson(file.title) as string,
    ...(file.summary !== undefined && { summary: cleanJson(file.summary) as string }),
    labels: cleanJson(file.labels) as string[],
    messages: cleanJson(file.messages) as ConversationFile['messages'],
    runs: file.runs.map((run) => ({
      ...run,
      team: cleanJson(run.team) as FileRun['team'],
      result: cleanJson(run.result) as FileRun['result'],
    })),
  };
}

/** Each stands behind the one that it follows: so there is no circle. */
function checkMessages({ messages }: ConversationFile): void {
  const known = new Set<string>();
  for (const { id, parentId } of messages) {
    if (parentId !== null && !known.has(parentId)) throw new AppError('invalid', texts.noParent(id));
    if (known.has(id)) throw new AppError('invalid', texts.twice(id));
    known.add(id);
  }
}

function* referencesOf(file: ConversationFile): Generator<string> {
  if (file.activeLeafId !== null) yield file.activeLeafId;
  for (const { parts } of file.messages) {
    for (const part of parts) {
      if (part.type === 'attachment') yield part.id;
      if (part.type === 'context' && part.contextId !== null) yield part.contextId;
    }
  }
  for (const { messageId, answerMessageId } of file.runs) yield* [messageId, answerMessageId];
  for (const { runId, parentId } of file.contexts) yield* parentId === null ? [runId] : [runId, parentId];
}

function checkLog({ id, events }: FileRun): void {
  for (const [index, value] of events.entries()) {
    const event = parsed(value);
    if (event.seq !== index + 1) throw new AppError('invalid', texts.gapInLog(id, index + 1));
    if (event.runId !== id) throw new AppError('invalid', texts.wrongRunId(id));
  }
  const last = events.at(-1)?.type;
  if (last !== 'run.finished' && last !== 'run.stopped' && last !== 'run.failed')
    throw new AppError('invalid', texts.unended(id));
}

function parsed(value: unknown) {
  try {
    return parseEvent(value);
  } catch (cause) {
    throw new AppError('invalid', cause instanceof Error ? cause.message : String(cause), { cause });
  }
}
