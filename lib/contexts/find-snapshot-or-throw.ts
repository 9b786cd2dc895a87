import 'server-only';
import { findSnapshot } from '@/db/queries/contexts/find-snapshot';
import type { SnapshotRecord } from '@/db/types/snapshot-record';
import type { Actor } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors/app-error';

/** The snapshot's row, for somebody who sees its conversation. Throws `not_found` for everybody else. */
export async function findSnapshotOrThrow(actor: Actor, snapshotId: string): Promise<SnapshotRecord> {
  const found = await findSnapshot(actor, snapshotId);
  if (!found) throw new AppError('not_found', 'There is no such context.');
  return found;
}
