import 'server-only';
import { findImport } from '@/db/queries/conversation-files/find-import';
import type { ImportRecord } from '@/db/types/import-record';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import { importedItems } from './import-conversations';
import { texts } from './texts';

export type ImportView = Omit<ImportRecord, 'items'> & { items: { id: string; title: string }[] };

/** Silent for so long, it has lost its process. */
const LOST_MS = 120_000;

/** How far an import of the actor's has come. Throws `not_found` for any other. */
export async function getImport(actor: Actor, importId: string): Promise<ImportView> {
  const found = await findImport(actor.userId, importId);
  if (!found) throw new AppError('not_found', texts.noSuchImport);
  const isLost = found.status === 'running' && Date.now() - found.updatedAt.getTime() > LOST_MS;
  const ended = isLost ? { status: 'failed' as const, problem: texts.interrupted } : {};
  return { ...found, ...ended, items: await importedItems(actor, found.items) };
}
