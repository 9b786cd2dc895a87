import { setImmediate } from 'node:timers/promises';
import { and, eq, sql } from 'drizzle-orm';
import { blobPiece } from '../../schema/blobs';
import type { Db } from '../../types/database';

/** The content of a blob, piece by piece. Whoever asks has already been found to be allowed to read what refers to it. */
export async function* readBlob(db: Db, hash: string): AsyncGenerator<Uint8Array> {
  for (let index = 0; ; index += 1) {
    const [piece] = await db
      // As text, for the reason given in `storeBlob`.
      .select({ bytes: sql<string>`encode(${blobPiece.bytes}, 'base64')` })
      .from(blobPiece)
      .where(and(eq(blobPiece.hash, hash), eq(blobPiece.index, index)));
    if (!piece) return;
    yield Buffer.from(piece.bytes, 'base64');
    await setImmediate();
  }
}
