import { desc, eq } from 'drizzle-orm';
import { getDb } from '../../client';
import { approvedCommand } from '../../schema/approved-commands';
import type { ApprovedCommandRecord } from '../../types/approved-command-record';
import type { QueryActor } from '../../types/query-actor';

/** The commands that the actor has approved, the newest first. */
export async function selectApprovedCommands(actor: QueryActor): Promise<ApprovedCommandRecord[]> {
  const db = await getDb();
  const { hash, command, createdAt } = approvedCommand;
  return db
    .select({ hash, command, createdAt })
    .from(approvedCommand)
    .where(eq(approvedCommand.userId, actor.userId))
    .orderBy(desc(createdAt));
}
