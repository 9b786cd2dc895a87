import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors/app-error';
import { findRunOrThrow } from '@/lib/runs/find-run-or-throw';
import { openInside } from './open-inside';
import { findListedFolder } from './work-folders';

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
  if (!file) throw new AppError('not_found', 'There is no such file.');
  try {
    if ((await file.stat()).size > MAX_BYTES)
      throw new AppError('too_large', `The file is larger than ${MAX_BYTES / 1e6} MB.`);
    return { name: path.split('/').at(-1) ?? path, bytes: await file.readFile() };
  } finally {
    await file.close();
  }
}
