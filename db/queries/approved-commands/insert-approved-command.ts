import { getDb } from '../../client';
import { approvedCommand } from '../../schema/approved-commands';
import type { ApprovedCommandRecord } from '../../types/approved-command-record';
import type { QueryActor } from '../../types/query-actor';

/** The actor's approval of exactly this text; given twice it is one. */
export async function insertApprovedCommand(
  actor: QueryActor,
  { hash, command }: Pick<ApprovedCommandRecord, 'hash' | 'command'>,
): Promise<ApprovedCommandRecord> {
  const db = await getDb();
  const { createdAt } = approvedCommand;
  const [stored] = await db
    .insert(approvedCommand)
    .values({ userId: actor.userId, hash, command })
    .onConflictDoUpdate({ target: [approvedCommand.userId, approvedCommand.hash], set: { command } })
    .returning({ hash: approvedCommand.hash, command: approvedCommand.command, createdAt });
  if (!stored) throw new Error('The approval was not stored.');
  return stored;
}
