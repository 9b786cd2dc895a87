import 'server-only';
import { insertImport } from '@/db/queries/conversation-files/insert-import';
import { updateImport } from '@/db/queries/conversation-files/update-import';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import { logger } from '@/lib/platform/observability/logger';
import { importConversations, importedItems } from './import-conversations';
import { LARGE_BYTES } from './limits';
import { texts } from './texts';

export type StartedImport =
  | { isLarge: false; items: { id: string; title: string }[]; warnings: string[] }
  | { isLarge: true; id: string };

const PROGRESS_MS = 500;

/** Takes a file in: a small one at once, a large one behind the answer, whose import can be followed by its id. */
export async function startImport(
  actor: Actor,
  bytes: Uint8Array,
  workspaceId: string | undefined,
): Promise<StartedImport> {
  if (bytes.byteLength === 0)
    throw new AppError('invalid', texts.emptyFile, { fields: [{ path: 'file', message: texts.emptyFile }] });
  if (bytes.byteLength <= LARGE_BYTES) {
    const { ids, warnings } = await importConversations(actor, bytes, { workspaceId });
    return { isLarge: false, items: await importedItems(actor, ids), warnings };
  }
  const id = await insertImport(actor.userId);
  void takeInBehind(actor, { id, bytes, workspaceId });
  return { isLarge: true, id };
}

async function takeInBehind(
  actor: Actor,
  { id, bytes, workspaceId }: { id: string; bytes: Uint8Array; workspaceId: string | undefined },
): Promise<void> {
  let told = 0;
  try {
    const { ids, warnings } = await importConversations(actor, bytes, {
      workspaceId,
      async onProgress(progress) {
        if (Date.now() - told < PROGRESS_MS) return;
        told = Date.now();
        await updateImport(id, progress);
      },
    });
    await updateImport(id, { status: 'finished', done: ids.length, items: ids, warnings });
  } catch (error) {
    if (!(error instanceof AppError)) logger.error({ error, id }, 'an import failed');
    const problem = error instanceof AppError ? error.message : texts.failedInside;
    await updateImport(id, { status: 'failed', problem }).catch((failure: unknown) =>
      logger.error({ error: failure, id }, 'the end of an import could not be noted'),
    );
  }
}
