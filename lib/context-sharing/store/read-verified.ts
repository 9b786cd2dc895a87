import { setImmediate } from 'node:timers/promises';
import { readBlobs } from '@/db/queries/blobs/read-blobs';
import type { Db } from '@/db/types/database';
import { ContextDamagedError } from '../context-damaged-error';
import { sha256 } from './sha256';

/** Something that a snapshot refers to. */
export interface BlobRef {
  hash: string;
  /** As far as known; says only how much is read at once. */
  bytes: number;
  /** Of the snapshot that would be damaged. */
  snapshotId: string | null;
  /** What it is, for the error: `its manifest`. */
  what: string;
}

/** What is hashed before others have a turn. */
const BREATH_BYTES = 1024 * 1024;

/** The contents by hash, each compared with its hash. Throws `ContextDamagedError` for one that differs or is missing. */
export async function readVerified(db: Db, refs: BlobRef[]): Promise<Map<string, Buffer>> {
  const contents = await readBlobs(db, new Map(refs.map(({ hash, bytes }) => [hash, bytes])));
  let sinceBreath = 0;
  for (const { hash, snapshotId, what } of refs) {
    const content = contents.get(hash);
    if (!content) throw new ContextDamagedError(snapshotId, `${what} (${hash}) is missing`);
    if (sha256(content) !== hash)
      throw new ContextDamagedError(snapshotId, `${what} is not what its hash ${hash} says`);
    sinceBreath += content.byteLength;
    if (sinceBreath > BREATH_BYTES) {
      await setImmediate();
      sinceBreath = 0;
    }
  }
  return contents;
}
