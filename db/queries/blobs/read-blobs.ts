import { setImmediate } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { Db } from '../../types/database';

const STATEMENT_BYTES = 512 * 1024;
const STATEMENT_BLOBS = 500;
/** Of one large blob. */
const STATEMENT_PIECES = 8;

/**
 * The contents of many blobs, small ones together in one statement, large ones piece by piece; one that is not there is missing in the map.
 * Nothing is verified. Whoever asks has already been found to be allowed to read what refers to them.
 * @param sizes bytes by hash, as far as they are known: they only say how much is read at once
 */
export async function readBlobs(db: Db, sizes: ReadonlyMap<string, number>): Promise<Map<string, Buffer>> {
  const read = new Map<string, Buffer>();
  let batch: string[] = [];
  let bytes = 0;
  for (const [hash, size] of sizes) {
    if (size > STATEMENT_BYTES) {
      await readLarge(db, hash, read);
      continue;
    }
    if (batch.length === STATEMENT_BLOBS || bytes + size > STATEMENT_BYTES) {
      await readBatch(db, batch, read);
      batch = [];
      bytes = 0;
    }
    batch.push(hash);
    bytes += size;
  }
  if (batch.length > 0) await readBatch(db, batch, read);
  return read;
}

async function readBatch(db: Db, hashes: string[], into: Map<string, Buffer>): Promise<void> {
  const { rows } = await db.execute<{ hash: string; content: string }>(sql`
    select hash, string_agg(encode(bytes, 'base64'), ',' order by index) as content
    from blob_piece where hash = any(${sql.param(hashes)}::text[]) group by hash`);
  for (const { hash, content } of rows) {
    into.set(hash, Buffer.concat(content.split(',').map((piece) => Buffer.from(piece, 'base64'))));
  }
}

async function readLarge(db: Db, hash: string, into: Map<string, Buffer>): Promise<void> {
  const pieces: Buffer[] = [];
  for (let start = 0; start === pieces.length; start += STATEMENT_PIECES) {
    const { rows } = await db.execute<{ content: string }>(sql`
      select encode(bytes, 'base64') as content from blob_piece
      where hash = ${hash} and index >= ${start} and index < ${start + STATEMENT_PIECES} order by index`);
    for (const { content } of rows) pieces.push(Buffer.from(content, 'base64'));
    await setImmediate();
  }
  if (pieces.length > 0) into.set(hash, Buffer.concat(pieces));
}
