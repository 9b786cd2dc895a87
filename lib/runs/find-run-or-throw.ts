import 'server-only';
import { findRun, type RunRecord } from '@/db/queries/runs/find-run';
import type { Actor } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors/app-error';

/**
 * The run, for somebody who may see it. `write` = who may control it: a member of its workspace to whom the conversation is visible.
 * Throws `not_found` for strangers, `forbidden` for those who may only look.
 */
export async function findRunOrThrow(actor: Actor, runId: string, need: 'read' | 'write'): Promise<RunRecord> {
  const run = await findRun(actor, runId, need);
  if (run) return run;
  if (need === 'write' && (await findRun(actor, runId, 'read'))) {
    throw new AppError('forbidden', 'Your role in this workspace allows you to watch this run, not to control it.');
  }
  throw new AppError('not_found', 'There is no such run.');
}
