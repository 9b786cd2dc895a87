import { createHash } from 'node:crypto';
import type { ContextFile } from '../../context';

/** Keeps contents in memory by their hash, and fails when one does not have the hash that it is given. */
export class BlobBox {
  readonly blobs = new Map<string, Uint8Array>();
  /** Bytes of each batch. */
  readonly batches: number[] = [];

  keep = async (blobs: { hash: string; content: Uint8Array }[]): Promise<void> => {
    for (const { hash, content } of blobs) {
      if (hash !== sha256(content)) throw new Error('The hash does not fit the content.');
      if (this.blobs.has(hash)) throw new Error('The content has been given already.');
      this.blobs.set(hash, content);
    }
    this.batches.push(blobs.reduce((sum, { content }) => sum + content.length, 0));
  };

  read = async (hash: string): Promise<Uint8Array> => {
    const content = this.blobs.get(hash);
    if (!content) throw new Error(`There is no ${hash}.`);
    return content;
  };

  /** A file with this content, which is kept here. */
  file(path: string, content: string | Uint8Array, more: Partial<ContextFile> = {}): ContextFile {
    const bytes = Buffer.from(content);
    const hash = sha256(bytes);
    this.blobs.set(hash, bytes);
    return { path, hash, bytes: bytes.length, mode: 0o644, kind: 'file', ...more };
  }
}

function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
