import { ContextDamagedError } from '../context-damaged-error';

/** Reads for the snapshot `id`: damage of one behind it is damage of it, and is said to be. */
export async function naming<T>(id: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof ContextDamagedError) || error.snapshotId === id) throw error;
    throw new ContextDamagedError(id, `of ${error.snapshotId}, which stands behind it, ${error.damage}`, error);
  }
}
