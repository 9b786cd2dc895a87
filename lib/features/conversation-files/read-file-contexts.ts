import 'server-only';
import { getDb } from '@/db/client';
import { readBlobs } from '@/db/queries/blobs/read-blobs';
import type { ConversationRows } from '@/db/queries/conversation-files/select-conversation-file';
import { sha256 } from '@/lib/context-sharing/store/sha256';
import type { FileContext } from './conversation-file';
import { localManifest } from './local-manifest';
import { manifestHash } from './manifest-hash';

const MANIFEST_BYTES = 4_000;

/**
 * The contexts of a conversation with their manifests, in which the file's ids and hashes stand, and the hash of each manifest as the file
 * has it by the one that it has here. One that is damaged is left out: nothing vouches for it.
 */
export async function readFileContexts(
  rows: ConversationRows['snapshots'],
  ids: ReadonlyMap<string, string>,
): Promise<{ contexts: FileContext[]; hashes: Map<string, string> }> {
  const manifests = await readBlobs(await getDb(), new Map(rows.map(({ hash }) => [hash, MANIFEST_BYTES])));
  const hashes = new Map<string, string>();
  const contexts = rows.flatMap((row): FileContext[] => {
    const bytes = manifests.get(row.hash);
    if (!bytes || sha256(bytes) !== row.hash) return [];
    const manifest = localManifest(JSON.parse(String(bytes)), ids, hashes);
    hashes.set(row.hash, manifestHash(manifest).hash);
    return [fileContext(row, ids, manifest)];
  });
  return { contexts, hashes };
}

function fileContext(
  row: ConversationRows['snapshots'][number],
  ids: ReadonlyMap<string, string>,
  manifest: Record<string, unknown>,
): FileContext {
  const { slot, seq, kind, answerId, isComplete, bytes, tookMs } = row;
  return {
    ...{ slot, seq, kind, answerId, isComplete, bytes, tookMs, manifest },
    id: ids.get(row.id) ?? row.id,
    runId: ids.get(row.runId) ?? row.runId,
    parentId: row.parentId === null ? null : (ids.get(row.parentId) ?? null),
    createdAt: row.createdAt.toISOString(),
  };
}
