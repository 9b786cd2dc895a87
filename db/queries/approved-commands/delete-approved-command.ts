import { and, eq } from 'drizzle-orm';
import { getDb } from '../../client';
import { approvedCommand } from '../../schema/approved-commands';
import type { QueryActor } from '../../types/query-actor';

/** False when the actor has approved no such command. */
export async function deleteApprovedCommand(actor: QueryActor, hash: string): Promise<boolean> {
  const db = await getDb();
  const gone = await db
    .delete(approvedCommand)
    .where(and(eq(approvedCommand.userId, actor.userId), eq(approvedCommand.hash, hash)))
    .returning({ hash: approvedCommand.hash });
  return gone.length > 0;
}
