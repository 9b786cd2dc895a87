import { uuidv7 } from 'uuidv7';
import type { BlobContent } from '@/db/queries/blobs/blob-content';
import { insertSnapshot, type NewSnapshot } from '@/db/queries/context-store/insert-snapshot';
import type { Db } from '@/db/types/database';
import { AppError } from '@/lib/platform/errors/app-error';
import { canonicalJson } from '@/lib/platform/text/canonical-json';
import type { ContextFile, ContextManifest } from '../context';
import { byPath } from './by-path';
import { manifestJson } from './manifest-json';
import { sha256 } from './sha256';
import type { SnapshotDraft, SnapshotHead, SnapshotPlace } from './snapshot';

/** A snapshot as it will be stored: its identity is certain before it is. */
export interface PreparedSnapshot {
  head: SnapshotHead;
  row: NewSnapshot;
  contents: BlobContent[];
}

/** Gives a snapshot its identity, without storing it. */
export async function prepareSnapshot(place: SnapshotPlace, draft: SnapshotDraft): Promise<PreparedSnapshot> {
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
  const depth = draft.complete || !parent ? 0 : parent.depth + 1;
  const head = { id, hash: manifest.hash, runId: place.runId, depth };
  return { head, row, contents: items ? [manifest, items] : [manifest] };
}

/**
 * Stores the manifest and the items of a snapshot, with its row; what its files hold has been stored before. Returns the bytes newly stored.
 * Throws `not_found` when the run has been deleted.
 * @param bytesBefore newly stored for it already, its files
 */
export async function writeSnapshot(db: Db, { row, contents }: PreparedSnapshot, bytesBefore: number): Promise<number> {
  const bytes = await insertSnapshot(db, row, contents, bytesBefore);
  if (bytes === null)
    throw new AppError('not_found', `The run ${row.runId} has been deleted: its context is not kept.`);
  return bytes;
}

function manifestOf(place: SnapshotPlace, draft: SnapshotDraft, items: BlobContent | null): ContextManifest {
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

function blobOf(text: string): BlobContent {
  const content = Buffer.from(text);
  return { hash: sha256(content), content };
}
