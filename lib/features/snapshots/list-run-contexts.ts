import 'server-only';
import type { z } from 'zod';
import { selectSnapshots } from '@/db/queries/contexts/select-snapshots';
import type { SnapshotRecord } from '@/db/types/snapshot-record';
import { findRunOrThrow } from '@/lib/features/runs/find-run-or-throw';
import type { Actor } from '@/lib/platform/auth/actor';
import { decodeCursor, encodeCursor } from '@/lib/platform/http/cursor';
import type { contextListQuery } from './context-list-query';

interface RunContexts {
  items: Omit<SnapshotRecord, 'conversationId' | 'runId'>[];
  nextCursor: string | null;
}

/** The snapshots of a run, oldest first. Throws `not_found` for a run that the actor may not see, `malformed` for a bad cursor. */
export async function listRunContexts(
  actor: Actor,
  runId: string,
  { cursor, limit }: z.infer<typeof contextListQuery>,
): Promise<RunContexts> {
  await findRunOrThrow(actor, runId, 'read');
  const after = cursor === undefined ? undefined : decodeCursor(cursor);
  const found = await selectSnapshots(actor, runId, {
    after: after && { createdAt: after.time, id: after.id },
    limit: limit + 1,
  });
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const more = found.length > limit && last;
  return {
    items: items.map(({ conversationId: _, runId: __, ...item }) => item),
    nextCursor: more ? encodeCursor({ time: last.createdAt, id: last.id }) : null,
  };
}
