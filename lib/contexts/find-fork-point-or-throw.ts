import 'server-only';
import { type ForkPoint, findForkPoint } from '@/db/queries/contexts/find-fork-point';
import type { Actor } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors/app-error';
import { findSnapshotOrThrow } from './find-snapshot-or-throw';

/** Where a branch from the snapshot begins. Throws `not_found` for strangers, `forbidden` for those who may only look. */
export async function findForkPointOrThrow(actor: Actor, contextId: string): Promise<ForkPoint> {
  const point = await findForkPoint(actor, contextId);
  if (point) return point;
  await findSnapshotOrThrow(actor, contextId);
  throw new AppError(
    'forbidden',
    'Your role in this workspace allows you to see this context, not to continue from it.',
  );
}
