import { and, eq } from 'drizzle-orm';
import { getDb } from '../../client';
import type { Role } from '../../permissions/permissions';
import { approvedCommand } from '../../schema/approved-commands';
import { user } from '../../schema/auth';
import { run } from '../../schema/runs';

interface CommandApproval {
  userId: string;
  /** On the instance, as it is now. */
  role: Exclude<Role, 'viewer'>;
  isApproved: boolean;
}

/** Who started a run, and whether they have approved the command of this hash; `null` = the run is gone. */
export async function findCommandApproval(runId: string, hash: string): Promise<CommandApproval | null> {
  const db = await getDb();
  const approved = and(eq(approvedCommand.userId, run.createdBy), eq(approvedCommand.hash, hash));
  const [found] = await db
    .select({ userId: user.id, role: user.role, approvedHash: approvedCommand.hash })
    .from(run)
    .innerJoin(user, eq(user.id, run.createdBy))
    .leftJoin(approvedCommand, approved)
    .where(eq(run.id, runId));
  return found ? { userId: found.userId, role: found.role, isApproved: found.approvedHash !== null } : null;
}
