import { setImmediate } from 'node:timers/promises';
import { eq, sql } from 'drizzle-orm';
import { getDb } from '../../client';
import { blob, blobPiece } from '../../schema/blobs';

const PIECE_BYTES = 64 * 1024;

/**
 * Stores content under its SHA-256, once, whoever stores it. Piece by piece: the embedded database works in this thread, and a long
 * statement would hold up every run.
 */
export async function storeBlob(hash: string, content: Uint8Array): Promise<void> {
  const db = await getDb();
  const now = sql`now()`;
  const known = await db.update(blob).set({ storedAt: now }).where(eq(blob.hash, hash)).returning({ hash: blob.hash });
  if (known.length > 0) return;
  for (let start = 0, index = 0; start < content.byteLength; start += PIECE_BYTES, index += 1) {
    const piece = Buffer.from(
      content.buffer,
      content.byteOffset + start,
      Math.min(PIECE_BYTES, content.byteLength - start),
    );
    await db
      .insert(blobPiece)
      // As text, since the embedded database's own way with bytes takes several times as long.
      .values({ hash, index, bytes: sql`decode(${piece.toString('base64')}, 'base64')` })
      .onConflictDoUpdate({ target: [blobPiece.hash, blobPiece.index], set: { storedAt: now } });
    await setImmediate();
  }
  await db
    .insert(blob)
    .values({ hash, bytes: content.byteLength })
    .onConflictDoUpdate({ target: blob.hash, set: { storedAt: now } });
}
