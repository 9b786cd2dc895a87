import 'server-only';
import { findSnapshot } from '@/db/queries/contexts/find-snapshot';
import type { SnapshotRecord } from '@/db/types/snapshot-record';
import { texts } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';

/** The snapshot's row, for somebody who sees its conversation. Throws `not_found` for everybody else. */
export async function findSnapshotOrThrow(actor: Actor, snapshotId: string): Promise<SnapshotRecord> {
  const found = await findSnapshot(actor, snapshotId);
  if (!found) throw new AppError('not_found', texts.noSuchContext);
  return found;
}
