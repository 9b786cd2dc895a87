import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { getDb } from '@/db/client';
import type { ContextFile, ContextItem, PlanEntry } from '@/lib/context-sharing/context';
import { createContextStore } from '@/lib/context-sharing/store/context-store';
import type { SnapshotHead, SnapshotPlace } from '@/lib/context-sharing/store/snapshot';
import type { SnapshotKind } from '@/lib/protocol/context-event';
import type { AnswerId } from '@/lib/protocol/team';

interface Seed {
  parent?: SnapshotHead;
  seq: number;
  kind?: SnapshotKind;
  answerId?: AnswerId;
  items?: ContextItem[];
  /** What the changed files hold; `null` = removed. */
  files?: Record<string, string | null>;
  plan?: PlanEntry[];
  /** With a file whose content is not kept. */
  hasLargeFile?: boolean;
}

/** Stores a snapshot as a slot's capture does. */
export async function seedSnapshot(place: SnapshotPlace, seed: Seed): Promise<SnapshotHead> {
  const store = createContextStore(await getDb());
  const contents = Object.entries(seed.files ?? {}).map(([path, text]) => ({ path, text }));
  const blobs = contents.flatMap(({ text }) =>
    text === null ? [] : [{ hash: sha256(text), content: Buffer.from(text) }],
  );
  const large: ContextFile = { path: 'video.bin', hash: null, bytes: 20_000_000, mode: 0o644, kind: 'tooLarge' };
  const { head } = await store.save(
    place,
    {
      backend: 'demo',
      parent: seed.parent ?? null,
      seq: seed.seq,
      kind: seed.kind ?? 'tools',
      answerId: seed.answerId ?? null,
      items: seed.items ?? [],
      files: [...contents.map(({ path, text }) => fileEntry(path, text)), ...(seed.hasLargeFile ? [large] : [])],
      complete: false,
      plan: seed.plan ?? [],
      usage: { inputTokens: 10, outputTokens: 2, cachedTokens: 0, reasoningTokens: 0, costUsd: null },
      tookMs: 3,
    },
    await store.keepBlobs(place, blobs),
  );
  return head;
}

/** Writes something else where the content of that hash is stored. */
export async function damageBlob(hash: string): Promise<void> {
  const db = await getDb();
  await db.execute(sql`update blob_piece set bytes = 'damaged'::bytea where hash = ${hash}`);
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function fileEntry(path: string, text: string | null): ContextFile {
  return text === null
    ? { path, hash: null, bytes: 0, mode: 0, kind: 'removed' }
    : { path, hash: sha256(text), bytes: Buffer.byteLength(text), mode: 0o644, kind: 'file' };
}
