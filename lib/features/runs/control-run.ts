import 'server-only';
import type { RunControl } from '@/lib/engine/run/run-control';
import { noteMember } from '@/lib/features/members/member-names';
import { texts } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import { getEngine } from '@/lib/runtime/engine';
import { findRunOrThrow } from './find-run-or-throw';

/**
 * Does what a person wants of a run that goes on. Throws `conflict` when it is over (nothing is written then) or has not begun yet
 * (a queued run can only be stopped), `invalid` for a slot or answer that it does not have.
 */
export async function controlRun(actor: Actor, runId: string, control: RunControl): Promise<void> {
  const run = await findRunOrThrow(actor, runId, 'write');
  if (run.status !== 'queued' && run.status !== 'running') throw new AppError('conflict', texts.runOver);
  const stopsAll = control.type === 'stop' && control.slot === undefined;
  if (run.status === 'queued' && !stopsAll) throw new AppError('conflict', texts.runWaits);
  const engine = await getEngine();
  noteMember(run.workspaceId, actor);
  const reply = await engine.control(runId, { ...control, by: { userId: actor.userId } });
  if (reply.ok) return;
  if (reply.code !== 'unavailable') {
    const { field } = reply;
    const fields = field && [{ path: ['arguments', field.path].filter(Boolean).join('.'), message: field.message }];
    throw new AppError(reply.code, reply.message, { fields });
  }
  // It may have ended while the message was on its way.
  const now = await findRunOrThrow(actor, runId, 'write');
  if (now.status !== 'queued' && now.status !== 'running') throw new AppError('conflict', texts.runOver);
  throw new AppError('unavailable', reply.message, { retryAfterSeconds: 2 });
}
