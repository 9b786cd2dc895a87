import { uuidv7 } from 'uuidv7';
import { insertSnapshot } from '@/db/queries/context-store/insert-snapshot';
import type { Db } from '@/db/types/database';
import { AppError } from '@/lib/errors/app-error';
import { canonicalJson } from '../canonical-json';
import type { ContextFile, ContextManifest } from '../context';
import { byPath } from './by-path';
import { manifestJson } from './manifest-json';
import { sha256 } from './sha256';
import type { SnapshotDraft, SnapshotHead, SnapshotPlace } from './snapshot';

/**
 * Stores the manifest and the items of a snapshot, with its row; what its files hold has been stored before. Throws `not_found` when the run
 * has been deleted.
 * @param bytesBefore newly stored for it already, its files
 */
export async function saveSnapshot(
  db: Db,
  place: SnapshotPlace,
  draft: SnapshotDraft,
  bytesBefore: number,
): Promise<{ head: SnapshotHead; bytes: number }> {
  const items = draft.items.length > 0 ? blobOf(canonicalJson(draft.items)) : null;
  const manifest = blobOf(await manifestJson(manifestOf(place, draft, items)));
  const { parent } = draft;
  const id = uuidv7();
  const row = {
    id,
    conversationId: place.conversationId,
    runId: place.runId,
    slot: place.slot,
    seq: draft.seq,
    kind: draft.kind,
    hash: manifest.hash,
    parentId: parent?.id ?? null,
    answerId: draft.answerId,
    isComplete: draft.complete,
    tookMs: Math.round(draft.tookMs),
  };
  const bytes = await insertSnapshot(db, row, items ? [manifest, items] : [manifest], bytesBefore);
  if (bytes === null)
    throw new AppError('not_found', `The run ${place.runId} has been deleted: its context is not kept.`);
  const depth = draft.complete || !parent ? 0 : parent.depth + 1;
  return { head: { id, hash: manifest.hash, runId: place.runId, depth }, bytes };
}

function manifestOf(place: SnapshotPlace, draft: SnapshotDraft, items: Blob | null): ContextManifest {
  return {
    version: 1,
    runId: place.runId,
    slot: place.slot,
    backend: draft.backend,
    seq: draft.seq,
    kind: draft.kind,
    parentHash: draft.parent?.hash ?? null,
    answerId: draft.answerId,
    items: items && { hash: items.hash, bytes: items.content.byteLength, count: draft.items.length },
    files: draft.files.map(fileEntry).sort(byPath),
    complete: draft.complete,
    plan: draft.plan,
    usage: draft.usage,
  };
}

/** These fields and no others: what a manifest says is for ever. */
function fileEntry({ path, hash, bytes, mode, kind }: ContextFile): ContextFile {
  return { path, hash, bytes, mode, kind };
}

interface Blob {
  hash: string;
  content: Buffer;
}

function blobOf(text: string): Blob {
  const content = Buffer.from(text);
  return { hash: sha256(content), content };
}
