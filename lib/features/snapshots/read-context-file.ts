import 'server-only';
import { getDb } from '@/db/client';
import { createContextStore } from '@/lib/context-sharing/store/context-store';
import { texts } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
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
  if (!file) throw new AppError('not_found', texts.noSuchContextFile);
  if (file.hash === null) {
    throw new AppError('too_large', texts.contextFileTooLarge);
  }
  return { name: path.split('/').at(-1) ?? path, bytes: await store.blob(file.hash, contextId) };
}
