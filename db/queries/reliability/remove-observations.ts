import { and, eq } from 'drizzle-orm';
import { getDb } from '../../client';
import { reliabilityObservation } from '../../schema/reliability';
import type { QueryActor } from '../../types/query-actor';
import { memberOf } from '../member-of';

/** Forgets all that was observed in a workspace, as far as the actor may. */
export async function removeObservations(actor: QueryActor, workspaceId: string): Promise<void> {
  const db = await getDb();
  await db
    .delete(reliabilityObservation)
    .where(
      and(
        eq(reliabilityObservation.workspaceId, workspaceId),
        memberOf(actor, reliabilityObservation.workspaceId, 'reliability.manage'),
      ),
    );
}
