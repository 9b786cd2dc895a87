import 'server-only';
import { findRunOrThrow } from '@/lib/features/runs/find-run-or-throw';
import { texts } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import { openInside } from '@/lib/work-folders/open-inside';
import { findListedFolder } from '@/lib/work-folders/work-folders';

const MAX_BYTES = 50_000_000;

interface FileRequest {
  runId: string;
  slot: string;
  path: string;
  /** `start` = as it was at the start of the turn. */
  at: 'now' | 'start';
}

/** One file of a slot's working folder. Throws `not_found`, also for what lies outside of it, and `too_large`. */
export async function readRunFile(
  actor: Actor,
  { runId, slot, path, at }: FileRequest,
): Promise<{ name: string; bytes: Buffer }> {
  const { conversationId } = await findRunOrThrow(actor, runId, 'read');
  const folder = await findListedFolder({ conversationId, runId, slot });
  const root = at === 'start' ? folder?.baseline : folder?.files;
  const file = root ? await openInside(root, path) : null;
  if (!file) throw new AppError('not_found', texts.noSuchFile);
  try {
    if ((await file.stat()).size > MAX_BYTES) throw new AppError('too_large', texts.runFileTooLarge(MAX_BYTES / 1e6));
    return { name: path.split('/').at(-1) ?? path, bytes: await file.readFile() };
  } finally {
    await file.close();
  }
}
