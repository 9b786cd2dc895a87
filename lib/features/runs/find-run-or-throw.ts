import 'server-only';
import { findRun, type RunRecord } from '@/db/queries/runs/find-run';
import { texts } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';

/**
 * The run, for somebody who may see it. `write` = who may control it: a member of its workspace to whom the conversation is visible.
 * Throws `not_found` for strangers, `forbidden` for those who may only look.
 */
export async function findRunOrThrow(actor: Actor, runId: string, need: 'read' | 'write'): Promise<RunRecord> {
  const run = await findRun(actor, runId, need);
  if (run) return run;
  if (need === 'write' && (await findRun(actor, runId, 'read'))) {
    throw new AppError('forbidden', texts.watchOnly);
  }
  throw new AppError('not_found', texts.noSuchRun);
}
