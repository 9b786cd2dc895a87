import { storeBlobs } from '@/db/queries/blobs/store-blobs';
import { insertContextRefs } from '@/db/queries/context-store/insert-context-refs';
import { selectLatestSnapshots } from '@/db/queries/context-store/select-latest-snapshots';
import type { Db } from '@/db/types/database';
import type { Slot } from '@/lib/protocol/team';
import type { Context, ContextFile } from '../context';
import { ByteLru } from './byte-lru';
import { type ContextBase, findBases } from './find-bases';
import { type LoadedContext, loadContext } from './load-context';
import { loadHead } from './load-head';
import { naming } from './naming';
import { readVerified } from './read-verified';
import { type PreparedSnapshot, prepareSnapshot, writeSnapshot } from './save-snapshot';
import { sha256 } from './sha256';
import type { ConversationPlace, SnapshotDraft, SnapshotHead, SnapshotPlace } from './snapshot';

/** Contexts, durable and named by their content. What is read is verified: `ContextDamagedError` names the snapshot that is damaged. */
export interface ContextStore {
  /** Stores what files hold, before the snapshots that name them. Returns the bytes newly stored. */
  keepBlobs(place: ConversationPlace, blobs: { hash: string; content: Uint8Array }[]): Promise<number>;
  /** Gives a snapshot its identity, without storing it. */
  prepare(place: SnapshotPlace, draft: SnapshotDraft): Promise<PreparedSnapshot>;
  /**
   * Stores a prepared snapshot. Returns the bytes newly stored. Throws `not_found` when the run has been deleted.
   * @param bytesBefore what `keepBlobs` has newly stored for it
   */
  write(prepared: PreparedSnapshot, bytesBefore: number): Promise<number>;
  /** Both at once. */
  save(place: SnapshotPlace, draft: SnapshotDraft, bytesBefore: number): Promise<{ head: SnapshotHead; bytes: number }>;
  /**
   * The whole context; shared with others who load it, so not to be changed. `isFresh` = all of it is read and verified now, whatever
   * is still in memory.
   */
  load(id: string, options?: { isFresh?: boolean }): Promise<Context>;
  /** What the next snapshot behind this one goes on from, always read anew. */
  head(id: string): Promise<{ head: SnapshotHead; files: ContextFile[] }>;
  /** What a file of the snapshot holds. */
  blob(hash: string, snapshotId: string): Promise<Buffer>;
  /** What several files of a snapshot hold, by hash, read at once. */
  blobs(files: { hash: string; bytes: number }[], snapshotId: string): Promise<Map<string, Buffer>>;
  /** Stores the text of a delivery and returns its hash. */
  saveText(place: ConversationPlace, text: string): Promise<string>;
  /** A stored text. @param snapshotId what it is of, for the error */
  text(hash: string, snapshotId?: string): Promise<string>;
  /** Where the turn of each slot begins that follows this message; the key `*` is for every slot that has none of its own. */
  bases(parentMessageId: string | null): Promise<Map<Slot, ContextBase>>;
  /** The newest snapshot of each slot of the run. */
  latest(runId: string): Promise<Map<Slot, SnapshotHead>>;
}

const MEMORY_BYTES = 16 * 1024 * 1024;
const CHARACTER_BYTES = 2;
/** A path, a hash and the rest of an entry. */
const FILE_BYTES = 300;

export function createContextStore(db: Db): ContextStore {
  const memory = new ByteLru<LoadedContext | string>(MEMORY_BYTES);
  const underway = new Map<string, Promise<LoadedContext>>();

  async function keepBlobs(place: ConversationPlace, blobs: { hash: string; content: Uint8Array }[]): Promise<number> {
    const bytes = await storeBlobs(db, blobs);
    await insertContextRefs(
      db,
      place.conversationId,
      blobs.map(({ hash }) => hash),
    );
    return bytes;
  }

  function loaded(id: string): LoadedContext | undefined {
    const known = memory.get(id);
    return typeof known === 'object' ? known : undefined;
  }

  function read(id: string, isFresh: boolean): Promise<LoadedContext> {
    const reading = naming(id, () => loadContext(db, id, isFresh ? () => undefined : loaded));
    underway.set(id, reading);
    return reading
      .then((read) => {
        memory.set(id, read, bytesOf(read));
        return read;
      })
      .finally(() => underway.get(id) === reading && underway.delete(id));
  }

  async function blob(hash: string, snapshotId: string | null, what: string): Promise<Buffer> {
    const contents = await readVerified(db, [{ hash, bytes: Number.POSITIVE_INFINITY, snapshotId, what }]);
    return contents.get(hash) as Buffer;
  }

  return {
    keepBlobs,
    prepare: prepareSnapshot,
    write: (prepared, bytesBefore) => writeSnapshot(db, prepared, bytesBefore),
    save: async (place, draft, bytesBefore) => {
      const prepared = await prepareSnapshot(place, draft);
      return { head: prepared.head, bytes: await writeSnapshot(db, prepared, bytesBefore) };
    },
    load: async (id, { isFresh = false } = {}) => {
      const known = isFresh ? undefined : loaded(id);
      if (known) return known.context;
      // Several readers often want the same at once.
      const reading = (isFresh ? undefined : underway.get(id)) ?? read(id, isFresh);
      return (await reading).context;
    },
    head: (id) => naming(id, () => loadHead(db, id)),
    blob: (hash, snapshotId) => blob(hash, snapshotId, 'a file'),
    blobs: (files, snapshotId) =>
      readVerified(
        db,
        files.map((file) => ({ ...file, snapshotId, what: 'a file' })),
      ),
    saveText: async (place, text) => {
      const content = Buffer.from(text);
      const hash = sha256(content);
      await keepBlobs(place, [{ hash, content }]);
      return hash;
    },
    text: async (hash, snapshotId) => {
      const known = memory.get(hash);
      if (typeof known === 'string') return known;
      const text = String(await blob(hash, snapshotId ?? null, 'the text that was shown of it'));
      memory.set(hash, text, CHARACTER_BYTES * text.length);
      return text;
    },
    bases: (parentMessageId) => findBases(db, parentMessageId),
    latest: async (runId) => {
      const rows = await selectLatestSnapshots(db, runId);
      return new Map(rows.map(({ slot, ...head }) => [slot, head]));
    },
  };
}

/** About what it takes in memory. */
function bytesOf({ itemBytes, files, baseFiles }: LoadedContext): number {
  return CHARACTER_BYTES * itemBytes + FILE_BYTES * (files.size + baseFiles.size);
}
