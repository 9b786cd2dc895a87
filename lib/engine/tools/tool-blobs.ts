import { createHash } from 'node:crypto';
import { readBlobs } from '@/db/queries/blobs/read-blobs';
import { storeBlobs } from '@/db/queries/blobs/store-blobs';
import { insertContextRefs } from '@/db/queries/context-store/insert-context-refs';
import type { Db } from '@/db/types/database';
import type { BlobRef } from '../tool-source';
import { KEPT_BYTES } from './tool-settings';

/** What the tools of one run store: definitions, long results, content. Kept as long as the conversation; the newest is at hand. */
export class ToolBlobs {
  readonly #db: Db;
  readonly #conversationId: string;
  readonly #stored = new Map<string, Promise<void>>();
  readonly #kept = new Map<string, Buffer>();
  #keptBytes = 0;

  constructor(db: Db, conversationId: string) {
    this.#db = db;
    this.#conversationId = conversationId;
  }

  /** Has content stored, once. `stored` = when the log may name it; it rejects when that fails. */
  keep(content: Buffer): BlobRef & { stored: Promise<void> } {
    const hash = sha256(content);
    this.#remember(hash, content);
    const stored = this.#stored.get(hash) ?? this.#store(hash, content);
    return { hash, bytes: content.byteLength, stored };
  }

  /** `null` = it is not there, or not what its hash says. */
  async read(hash: string): Promise<Buffer | null> {
    const known = this.#kept.get(hash);
    if (known) return known;
    const content = (await readBlobs(this.#db, new Map([[hash, Number.POSITIVE_INFINITY]]))).get(hash);
    if (!content || sha256(content) !== hash) return null;
    this.#remember(hash, content);
    return content;
  }

  #store(hash: string, content: Buffer): Promise<void> {
    const write = async () => {
      await storeBlobs(this.#db, [{ hash, content }]);
      await insertContextRefs(this.#db, this.#conversationId, [hash]);
    };
    const stored = write();
    this.#stored.set(hash, stored);
    // Whoever comes next tries again.
    stored.catch(() => this.#stored.delete(hash));
    return stored;
  }

  #remember(hash: string, content: Buffer): void {
    if (this.#kept.has(hash)) return;
    this.#kept.set(hash, content);
    this.#keptBytes += content.byteLength;
    for (const [oldest, { byteLength }] of this.#kept) {
      if (this.#keptBytes <= KEPT_BYTES || oldest === hash) break;
      this.#kept.delete(oldest);
      this.#keptBytes -= byteLength;
    }
  }
}

function sha256(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
