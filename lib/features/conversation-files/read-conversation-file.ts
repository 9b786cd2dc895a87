import 'server-only';
import { getDb } from '@/db/client';
import { readBlobs } from '@/db/queries/blobs/read-blobs';
import {
  type ConversationRows,
  selectConversationFile,
} from '@/db/queries/conversation-files/select-conversation-file';
import { sha256 } from '@/lib/context-sharing/store/sha256';
import { texts } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import { isSimulation } from '@/lib/protocol/is-simulation';
import {
  type ConversationFile,
  type FileAttachment,
  type FileMessage,
  type FilePart,
  type FileRun,
  FORMAT,
  type Include,
} from './conversation-file';
import { SIMULATION } from './file-facts';
import { NO_CONTENT } from './map-ids';
import { readFileContexts } from './read-file-contexts';
import { readFileRun } from './read-file-run';

/** How large blobs of contexts are expected to be: it only says how many are read at once. */
const BLOB_BYTES = 20_000;

/** Ids of here, and what the file calls them. */
export type LocalIds = ReadonlyMap<string, string>;

interface FileOptions {
  include: Include;
  /** Files by name only, and no contexts: for people to read. */
  namesOnly?: boolean;
}

/** What the file of a conversation is made of. Throws `not_found` when the actor may not see it. */
export async function readConversationFile(
  actor: Actor,
  conversationId: string,
  { include, namesOnly = false }: FileOptions,
): Promise<ConversationFile> {
  const rows = await selectConversationFile(actor, conversationId);
  if (!rows) throw new AppError('not_found', texts.noSuchConversation);
  const ids = localIds(rows);
  const isWhole = include === 'files' && !namesOnly;
  const { contexts, hashes } = isWhole ? await readFileContexts(rows.snapshots, ids) : NO_CONTEXTS;
  const blobs = isWhole ? await blobsOf(rows, hashes) : {};
  const hashOf = (hash: string) => hashes.get(hash) ?? (Object.hasOwn(blobs, hash) ? hash : NO_CONTENT);
  const runs: FileRun[] = [];
  for (const row of include === 'final' ? [] : rows.runs) runs.push(await readFileRun(row, { ids, hashOf }, include));
  const { conversation } = rows;
  return {
    format: FORMAT,
    version: 1,
    title: conversation.title,
    ...(conversation.summary !== null && { summary: conversation.summary }),
    labels: conversation.labels,
    createdAt: conversation.createdAt.toISOString(),
    updatedAt: conversation.updatedAt.toISOString(),
    archivedAt: conversation.archivedAt?.toISOString() ?? null,
    activeLeafId: ids.get(conversation.activeLeafId ?? '') ?? null,
    messages: rows.messages.map((row) => fileMessage(row, { rows, ids, include, attached: isWhole || namesOnly })),
    runs,
    contexts,
    attachments: isWhole || namesOnly ? attachmentsOf(rows, ids, namesOnly ? null : blobs) : [],
    blobs,
  };
}

const NO_CONTEXTS = { contexts: [], hashes: new Map<string, string>() };

function localIds({ messages, runs, snapshots, attachments }: ConversationRows): LocalIds {
  const named = (kind: string, all: { id: string }[]) =>
    all.map(({ id }, index) => [id, `${kind}-${index + 1}`] as const);
  return new Map([
    ...named('message', messages),
    ...named('run', runs),
    ...named('context', snapshots),
    ...named('attachment', attachments),
  ]);
}

interface Source {
  rows: ConversationRows;
  ids: LocalIds;
  include: Include;
  attached: boolean;
}

function fileMessage(row: ConversationRows['messages'][number], { rows, ids, include, attached }: Source): FileMessage {
  const { id, parentId, role, parts, chosen, createdAt } = row;
  const kept = parts.flatMap((part): FilePart[] => {
    if (part.type === 'text' || part.type === 'source') return [part];
    if (part.type === 'attachment') return attached ? [{ type: 'attachment', id: ids.get(part.id) ?? part.id }] : [];
    return include === 'files' ? [{ ...part, contextId: ids.get(part.contextId) ?? null }] : [];
  });
  // Without its run an answer is only its text, and says where it is from.
  const run =
    include === 'final' && role === 'assistant'
      ? rows.runs.find(({ answerMessageId }) => answerMessageId === id)
      : undefined;
  return {
    id: ids.get(id) ?? id,
    parentId: parentId === null ? null : (ids.get(parentId) ?? null),
    role,
    parts: run
      ? [...kept, { type: 'source', from: 'massgen', model: isSimulation(run.team.agents) ? SIMULATION : null }]
      : kept,
    chosen: chosen && !run ? { answerId: chosen.answerId, at: chosen.at } : null,
    createdAt: createdAt.toISOString(),
  };
}

/** Those whose content is in the file, or, where only names are asked for, all. */
function attachmentsOf(
  { attachments }: ConversationRows,
  ids: LocalIds,
  blobs: Record<string, string> | null,
): FileAttachment[] {
  return attachments
    .filter(({ hash }) => blobs === null || Object.hasOwn(blobs, hash))
    .map(({ id, name, mediaType, kind, bytes, hash, createdAt }) => ({
      ...{ id: ids.get(id) ?? id, name, mediaType, kind, bytes, hash },
      createdAt: createdAt.toISOString(),
    }));
}

/** Contents of attachments and of what contexts refer to. Manifests stand with their contexts. */
async function blobsOf(
  { attachments, blobs }: ConversationRows,
  manifests: ReadonlyMap<string, string>,
): Promise<Record<string, string>> {
  const sizes = new Map<string, number>(blobs.filter((hash) => !manifests.has(hash)).map((hash) => [hash, BLOB_BYTES]));
  for (const { hash, bytes } of attachments) sizes.set(hash, bytes);
  const contents = await readBlobs(await getDb(), sizes);
  return Object.fromEntries(
    [...contents]
      .filter(([hash, content]) => sha256(content) === hash)
      .map(([hash, content]) => [hash, content.toString('base64')]),
  );
}
