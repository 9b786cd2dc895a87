import 'server-only';
import { getDb } from '@/db/client';
import type { Actor } from '@/lib/auth/actor';
import { createContextStore } from '@/lib/context/store/context-store';
import { AppError } from '@/lib/errors/app-error';
import { findSnapshotOrThrow } from './find-snapshot-or-throw';

/**
 * One file of a snapshot; of a link the path that it leads to. Throws `not_found`, `too_large` for one whose content is not kept, and
 * `context_damaged`.
 */
export async function readContextFile(
  actor: Actor,
  contextId: string,
  path: string,
): Promise<{ name: string; bytes: Buffer }> {
  await findSnapshotOrThrow(actor, contextId);
  const store = createContextStore(await getDb());
  const { files } = await store.load(contextId);
  const file = files.find((candidate) => candidate.path === path);
  if (!file) throw new AppError('not_found', 'There is no such file in this context.');
  if (file.hash === null) {
    throw new AppError('too_large', 'The file is too large to be kept: the context has its name and size only.');
  }
  return { name: path.split('/').at(-1) ?? path, bytes: await store.blob(file.hash, contextId) };
}
