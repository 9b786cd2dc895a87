import 'server-only';
import type { z } from 'zod';
import { rolesThatMay } from '@/db/permissions/permissions';
import { type AuditLine, selectAudit } from '@/db/queries/audit/select-audit';
import { findWorkspace } from '@/db/queries/workspaces/select-workspaces';
import { refuseWorkspace } from '@/lib/features/workspaces/refuse-workspace';
import type { Actor } from '@/lib/platform/auth/actor';
import type { auditQuery } from './audit-schema';

const DAY_MS = 86_400_000;
const LARGEST_PAGE = 500;

/** A page of what was done in a workspace, newest first. Throws `forbidden` to members who do not manage it, `not_found` to others. */
export async function listAudit(
  actor: Actor,
  workspaceId: string,
  { cursor, limit, from, to, action, actorId }: z.infer<typeof auditQuery>,
): Promise<{ items: Omit<AuditLine, 'workspaceId'>[]; nextCursor: string | null }> {
  const place = await findWorkspace(actor, workspaceId);
  if (!place || !rolesThatMay('audit.read', 'shown').includes(place.role)) return refuseWorkspace(actor, workspaceId);
  const lines = await selectAudit(actor, workspaceId, {
    ...{ action, actorId, before: cursor, isPersonal: place.personal, limit: limit + 1 },
    from: from === undefined ? undefined : new Date(from),
    to: to === undefined ? undefined : new Date(Date.parse(to) + DAY_MS),
  });
  const items = lines.slice(0, limit).map(({ workspaceId: _, ...line }) => line);
  return { items, nextCursor: lines.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** All of it that a filter finds, newest first. Throws as `listAudit`. */
export async function allAudit(
  actor: Actor,
  workspaceId: string,
  query: z.infer<typeof auditQuery>,
): Promise<Omit<AuditLine, 'workspaceId'>[]> {
  const lines: Omit<AuditLine, 'workspaceId'>[] = [];
  for (let cursor: string | undefined = query.cursor; ; ) {
    const page = await listAudit(actor, workspaceId, { ...query, cursor, limit: LARGEST_PAGE });
    lines.push(...page.items);
    if (page.nextCursor === null) return lines;
    cursor = page.nextCursor;
  }
}
