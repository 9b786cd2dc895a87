import 'server-only';
import { z } from 'zod';
import { findConversation } from '@/db/queries/conversations/find-conversation';
import { findPersonalWorkspace } from '@/db/queries/workspaces/find-personal-workspace';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import { logger } from '@/lib/platform/observability/logger';
import { type OpenedFile, openFile } from './open-file';
import { readChatGpt } from './read-chatgpt';
import { readClaude } from './read-claude';
import { readOwn } from './read-own';
import { saveConversationFile } from './save-conversation-file';
import { texts } from './texts';
import { fileHash } from './write-json';

export interface ImportOutcome {
  /** Ids of the conversations that are there now. */
  ids: string[];
  warnings: string[];
}

interface Progress {
  total: number;
  done: number;
}

/** More would not be read. */
const MAX_FAULTS = 20;

/**
 * Takes in the conversations of a file: ours, ChatGPT's or Claude's. One that is not as it should be is left out and named in a warning, where
 * the file has others. Throws `invalid` or `too_large` for a file that is not taken.
 */
export async function importConversations(
  actor: Actor,
  bytes: Uint8Array,
  { workspaceId, onProgress }: { workspaceId?: string; onProgress?: (progress: Progress) => Promise<void> },
): Promise<ImportOutcome> {
  const place = workspaceId ?? (await findPersonalWorkspace(actor));
  const opened = await openFile(bytes);
  try {
    return await takeIn(actor, opened, place, onProgress);
  } finally {
    opened.close();
  }
}

async function takeIn(
  actor: Actor,
  { source, total, conversations }: OpenedFile,
  workspaceId: string,
  onProgress: ((progress: Progress) => Promise<void>) | undefined,
): Promise<ImportOutcome> {
  const ids = new Set<string>();
  const counts = { known: 0, grown: 0, made: 0, leftOut: 0 };
  const faults: string[] = [];
  let done = 0;
  for await (const value of conversations) {
    try {
      const { file, identity, leftOut } = await read(source, value);
      const saved = await saveConversationFile(actor, file, { workspaceId, identity });
      ids.add(saved.id);
      counts[saved.end] += 1;
      counts.leftOut += leftOut;
    } catch (error) {
      const fault = faultOf(error);
      if (total === 1 || (error instanceof AppError && error.message === texts.cannotWrite)) throw fault;
      faults.push(texts.failedConversation(done + 1, fault.message));
    }
    done += 1;
    await onProgress?.({ total, done });
  }
  const warnings = [
    ...(counts.known > 0 ? [texts.known(counts.known)] : []),
    ...(counts.grown > 0 ? [texts.grown(counts.grown)] : []),
    ...(counts.leftOut > 0 ? [texts.filesLeftOut(counts.leftOut)] : []),
    ...faults.slice(0, MAX_FAULTS),
  ];
  return { ids: [...ids], warnings };
}

async function read(source: OpenedFile['source'], value: unknown) {
  if (source === 'chatgpt') return readChatGpt(value);
  if (source === 'claude') return readClaude(value);
  const file = readOwn(value);
  return { file, identity: `massgen/${await fileHash(file)}`, leftOut: 0 };
}

function faultOf(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof z.ZodError) return new AppError('invalid', texts.notReadable, { cause: error });
  logger.error({ error }, 'a conversation of a file could not be taken in');
  return new AppError('internal', texts.failedInside, { cause: error });
}

/** Conversations by their ids, as far as they are still there. */
export async function importedItems(actor: Actor, ids: string[]): Promise<{ id: string; title: string }[]> {
  const items: { id: string; title: string }[] = [];
  for (const id of ids) {
    const found = await findConversation(actor, id, 'read');
    if (found) items.push({ id, title: found.title });
  }
  return items;
}
