import 'server-only';
import { changeKind } from '@/db/queries/reliability/change-kind';
import { findRunOrThrow } from '@/lib/features/runs/find-run-or-throw';
import { texts } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import type { TaskKind } from '@/lib/protocol/reliability/kind-of-task';

/**
 * Says of what kind a run's task was: what was learned from it counts for that kind. Throws `not_found` for strangers, `conflict`
 * while the run goes on.
 */
export async function correctKind(actor: Actor, runId: string, kind: TaskKind): Promise<void> {
  await findRunOrThrow(actor, runId, 'write');
  if (!(await changeKind(actor, runId, kind))) throw new AppError('conflict', texts.runGoesOn);
}
