import { setImmediate } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { Db } from '../../types/database';
import type { BlobContent } from './blob-content';
import { blobPieces, type StoredPiece } from './blob-pieces';
import { refreshKnownBlobs } from './refresh-known-blobs';

/** Of content: more would hold up everybody else who waits for the embedded database. */
const STATEMENT_BYTES = 256 * 1024;
/** Of pieces: what a row costs counts too. */
const STATEMENT_PIECES = 256;

/**
 * Stores contents under their hashes, once, whoever stores them: many small ones in one statement, a large one in several. Of what is
 * known already only the day is noted. Returns the bytes that were not known.
 */
export async function storeBlobs(db: Db, contents: BlobContent[]): Promise<number> {
  const unknown = new Map(contents.map((entry) => [entry.hash, entry]));
  for (const hash of await refreshKnownBlobs(db, [...unknown.keys()])) unknown.delete(hash);
  // In the order of hashes, like every statement that writes several blobs, so that two cannot wait for each other.
  const ordered = [...unknown.values()].sort((a, b) => (a.hash < b.hash ? -1 : 1));
  let batch: StoredPiece[] = [];
  let bytes = 0;
  for (const piece of ordered.flatMap(blobPieces)) {
    if (batch.length === STATEMENT_PIECES || (batch.length > 0 && bytes + piece.content.byteLength > STATEMENT_BYTES)) {
      await insertPieces(db, batch);
      await setImmediate();
      batch = [];
      bytes = 0;
    }
    batch.push(piece);
    bytes += piece.content.byteLength;
  }
  if (batch.length > 0) await insertPieces(db, batch);
  return ordered.reduce((sum, { content }) => sum + content.byteLength, 0);
}

async function insertPieces(db: Db, pieces: StoredPiece[]): Promise<void> {
  const column = <T>(of: (piece: StoredPiece) => T) => sql.param(pieces.map(of));
  await db.execute(sql`
    with input as (
      select * from unnest(
        ${column((p) => p.hash)}::text[], ${column((p) => p.index)}::int[], ${column((p) => p.blobBytes)}::int[],
        string_to_array(${encoded(pieces)}, ',')
      ) as input(hash, index, blob_bytes, content)
    ), pieces as (
      insert into blob_piece (hash, index, bytes) select hash, index, coalesce(decode(content, 'base64'), '') from input
      on conflict (hash, index) do update set stored_at = now()
    )
    insert into blob (hash, bytes) select hash, blob_bytes from input where blob_bytes is not null
    on conflict (hash) do update set stored_at = now()`);
}

/** As one text: the embedded database's own ways with bytes and with arrays of long texts take several times as long. */
function encoded(pieces: StoredPiece[]): string {
  return pieces.map(({ content }) => content.toString('base64')).join(',');
}
