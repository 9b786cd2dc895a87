import 'server-only';
import { rewriteQueued } from '@/db/queries/runs/rewrite-queued';
import { texts } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import { cleanInput } from './clean-input';
import { findRunOrThrow } from './find-run-or-throw';

/**
 * Words the question of a queued run anew, where it stands. Throws `conflict` when it has begun or is asked elsewhere too, `forbidden` to whoever
 * has not asked it, `invalid` for an unusable input.
 */
export async function rewriteQuestion(actor: Actor, runId: string, given: string): Promise<void> {
  const run = await findRunOrThrow(actor, runId, 'write');
  if (run.createdBy !== actor.userId) throw new AppError('forbidden', texts.othersQuestion);
  const input = cleanInput(given);
  if (run.status !== 'queued' || !(await rewriteQueued(actor, runId, input))) {
    throw new AppError('conflict', texts.hasBegun, { hint: texts.hasBegunHint });
  }
}
