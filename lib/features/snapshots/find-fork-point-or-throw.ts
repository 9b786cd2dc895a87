import 'server-only';
import { type ForkPoint, findForkPoint } from '@/db/queries/contexts/find-fork-point';
import { texts } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import { findSnapshotOrThrow } from './find-snapshot-or-throw';

/** Where a branch from the snapshot begins. Throws `not_found` for strangers, `forbidden` for those who may only look. */
export async function findForkPointOrThrow(actor: Actor, contextId: string): Promise<ForkPoint> {
  const point = await findForkPoint(actor, contextId);
  if (point) return point;
  await findSnapshotOrThrow(actor, contextId);
  throw new AppError('forbidden', texts.seeContextOnly);
}
