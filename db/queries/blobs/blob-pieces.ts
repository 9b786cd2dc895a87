import type { BlobContent } from './blob-content';

const PIECE_BYTES = 64 * 1024;

export interface StoredPiece {
  hash: string;
  index: number;
  content: Buffer;
  /** Of the last piece, behind which the blob's row is written: the size of the whole. */
  blobBytes: number | null;
}

/** The pieces in which content is stored. */
export function blobPieces({ hash, content }: BlobContent): StoredPiece[] {
  const bytes = content.byteLength;
  const count = Math.ceil(bytes / PIECE_BYTES) || 1;
  return Array.from({ length: count }, (_, index) => {
    const start = index * PIECE_BYTES;
    const piece = Buffer.from(content.buffer, content.byteOffset + start, Math.min(PIECE_BYTES, bytes - start));
    return { hash, index, content: piece, blobBytes: index === count - 1 ? bytes : null };
  });
}
