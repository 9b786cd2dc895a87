import { getDb } from '../../client';
import { storeBlobs } from './store-blobs';

/** Stores content under its SHA-256, once, whoever stores it. */
export async function storeBlob(hash: string, content: Uint8Array): Promise<void> {
  await storeBlobs(await getDb(), [{ hash, content }]);
}
