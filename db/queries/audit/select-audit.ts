import { and, desc, eq, gte, isNull, like, lt, or } from 'drizzle-orm';
import { getDb } from '../../client';
import { auditEntry } from '../../schema/audit';
import { user } from '../../schema/auth';
import type { QueryActor } from '../../types/query-actor';
import { memberOf } from '../member-of';
import type { NewAuditEntry } from './insert-audit-entry';

export interface AuditFilter {
  /** Of the action, or the part before its dot. */
  action?: string | undefined;
  actorId?: string | undefined;
  from?: Date | undefined;
  /** Not included. */
  to?: Date | undefined;
  /** The last line of the page before. */
  before?: string | undefined;
  /** It is the actor's own workspace: what they have done to the instance and to their account stands there too. */
  isPersonal: boolean;
  limit: number;
}

export interface AuditLine extends NewAuditEntry {
  id: string;
  at: Date;
  /** Null when the person is gone. */
  actorName: string | null;
}

/** What was done in a workspace, newest first, for who manages it. */
export async function selectAudit(actor: QueryActor, workspaceId: string, filter: AuditFilter): Promise<AuditLine[]> {
  const db = await getDb();
  const { action, actorId, from, to, before, isPersonal, limit } = filter;
  const own = and(isNull(auditEntry.workspaceId), eq(auditEntry.actorId, actor.userId));
  return db
    .select({
      id: auditEntry.id,
      at: auditEntry.at,
      workspaceId: auditEntry.workspaceId,
      actorId: auditEntry.actorId,
      actorName: user.name,
      action: auditEntry.action,
      targetKind: auditEntry.targetKind,
      targetId: auditEntry.targetId,
      details: auditEntry.details,
      via: auditEntry.via,
      address: auditEntry.address,
    })
    .from(auditEntry)
    .leftJoin(user, eq(user.id, auditEntry.actorId))
    .where(
      and(
        or(
          and(eq(auditEntry.workspaceId, workspaceId), memberOf(actor, auditEntry.workspaceId, 'audit.read')),
          isPersonal ? own : undefined,
        ),
        action ? like(auditEntry.action, action.includes('.') ? action : `${action}.%`) : undefined,
        actorId ? eq(auditEntry.actorId, actorId) : undefined,
        from ? gte(auditEntry.at, from) : undefined,
        to ? lt(auditEntry.at, to) : undefined,
        before ? lt(auditEntry.id, before) : undefined,
      ),
    )
    .orderBy(desc(auditEntry.id))
    .limit(limit);
}
