import type { ImportedRows } from '@/db/queries/conversation-files/insert-conversation-file';
import type { MessagePart } from '@/db/queries/run-log/claimed-run';
import type { RunResult } from '@/db/types/run-result';
import type { TeamDefinition } from '@/db/types/team-definition';
import type { ConversationFile, FileMessage, FileRun } from './conversation-file';
import { derivedId } from './derived-id';
import { localManifest } from './local-manifest';
import { manifestHash } from './manifest-hash';
import { hashesIn, mapIds, type Naming, NO_CONTENT } from './map-ids';

/** Of one row of a log. */
const BATCH_CHARACTERS = 200_000;

interface Imported {
  rows: Omit<ImportedRows, 'blobs'>;
  /** By their hash. */
  manifests: Map<string, Buffer>;
  /** Hashes of all that logs and manifests refer to, but manifests. */
  named: Set<string>;
}

/** The rows of a conversation that came with a file. `name` makes its ids: the same file under the same name gives the same. */
export function importedRows(file: ConversationFile, name: string): Imported {
  const ids = realIds(file, name);
  const real = (id: string) => ids.get(id) ?? id;
  const { manifests, hashes, snapshots, named } = contextRows(file, ids);
  const naming: Naming = { ids, hashOf: (hash) => hashes.get(hash) ?? hash };
  for (const { events } of file.runs)
    for (const event of events) for (const hash of hashesIn(event)) if (!hashes.has(hash)) named.add(hash);
  named.delete(NO_CONTENT);
  const conversationId = real('');
  return {
    manifests,
    named,
    rows: {
      conversation: {
        id: conversationId,
        title: file.title,
        // What it is called there, it stays.
        titleBy: 'person',
        summary: file.summary ?? null,
        labels: file.labels,
        activeLeafId: file.activeLeafId === null ? null : real(file.activeLeafId),
        archivedAt: date(file.archivedAt),
        createdAt: new Date(file.createdAt),
        updatedAt: new Date(file.updatedAt),
      },
      messages: file.messages.map((message) => messageRow(message, file, real)),
      runs: file.runs.map((run) => runRow(run, real)),
      batches: file.runs.flatMap((run) => batchesOf(run, naming)),
      snapshots,
      attachments: file.attachments.map(({ createdAt, id, ...rest }) => ({
        ...rest,
        id: real(id),
        createdAt: new Date(createdAt),
      })),
      attached: file.messages.flatMap(({ id, parts }) =>
        parts.flatMap((part) =>
          part.type === 'attachment' ? [{ messageId: real(id), attachmentId: real(part.id) }] : [],
        ),
      ),
    },
  };
}

/** A name for everything in the file; of each kind they sort as they stand in it. */
function realIds(file: ConversationFile, name: string): Map<string, string> {
  const ids = new Map([['', derivedId(name, Date.parse(file.createdAt))]]);
  for (const things of [file.messages, file.runs, file.contexts, file.attachments]) {
    let last = 0;
    for (const { id, createdAt } of things) {
      last = Math.max(last + 1, Date.parse(createdAt));
      ids.set(id, derivedId(`${name}/${id}`, last));
    }
  }
  return ids;
}

function contextRows(file: ConversationFile, ids: ReadonlyMap<string, string>) {
  const manifests = new Map<string, Buffer>();
  const hashes = new Map<string, string>();
  const named = new Set<string>();
  const snapshots = file.contexts.map(({ manifest, createdAt, id, runId, parentId, ...rest }) => {
    const own = localManifest(manifest, ids, hashes);
    const { hash, content } = manifestHash(own);
    hashes.set(manifestHash(manifest).hash, hash);
    manifests.set(hash, content);
    for (const name of hashesIn(manifest)) named.add(name);
    return {
      ...rest,
      hash,
      id: ids.get(id) ?? id,
      runId: ids.get(runId) ?? runId,
      parentId: parentId === null ? null : (ids.get(parentId) ?? null),
      createdAt: new Date(createdAt),
    };
  });
  return { manifests, hashes, named, snapshots };
}

function messageRow(message: FileMessage, file: ConversationFile, real: (id: string) => string) {
  const { id, parentId, role, chosen, createdAt } = message;
  const attachments = new Map(file.attachments.map((attachment) => [attachment.id, attachment]));
  const parts = message.parts.flatMap((part): MessagePart[] => {
    if (part.type === 'context') return part.contextId === null ? [] : [{ ...part, contextId: real(part.contextId) }];
    if (part.type !== 'attachment') return [part];
    const found = attachments.get(part.id);
    if (!found) return [];
    const { name, mediaType, bytes, kind } = found;
    return [{ type: 'attachment', id: real(part.id), name, mediaType, bytes, kind }];
  });
  return {
    id: real(id),
    parentId: parentId === null ? null : real(parentId),
    role,
    parts,
    chosen: chosen && { ...chosen, by: { userId: NOBODY } },
    createdAt: new Date(createdAt),
  };
}

/** Who chose is not in the file. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

function runRow(run: FileRun, real: (id: string) => string) {
  const { id, messageId, answerMessageId, team, status, result, createdAt, startedAt, endedAt } = run;
  return {
    id: real(id),
    messageId: real(messageId),
    answerMessageId: real(answerMessageId),
    team: team as unknown as TeamDefinition,
    status,
    result: result as unknown as RunResult | null,
    seq: run.events.length,
    createdAt: new Date(createdAt),
    startedAt: date(startedAt),
    endedAt: date(endedAt),
  };
}

function batchesOf(run: FileRun, naming: Naming): ImportedRows['batches'] {
  const runId = naming.ids.get(run.id) ?? run.id;
  const batches: ImportedRows['batches'] = [];
  let lines: string[] = [];
  let size = 0;
  let seq = 0;
  const end = () => {
    if (lines.length === 0) return;
    const events = lines.join('');
    const bytes = Buffer.byteLength(events);
    batches.push({ runId, firstSeq: seq - lines.length + 1, lastSeq: seq, epoch: 0, events, bytes });
    lines = [];
    size = 0;
  };
  for (const event of run.events) {
    const line = `${JSON.stringify(inOrder(mapIds(event, naming)))}\n`;
    lines.push(line);
    size += line.length;
    seq += 1;
    if (size > BATCH_CHARACTERS) end();
  }
  end();
  return batches;
}

/** As `RunLog` writes it, so that a delta is known by its first characters. */
function inOrder({ seq, at, runId, type, slot, callId, kind, text, ...rest }: Record<string, unknown>): object {
  return { seq, at, runId, type, slot, callId, kind, text, ...rest };
}

function date(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
