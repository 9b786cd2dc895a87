import 'server-only';
import { insertAuditEntry } from '@/db/queries/audit/insert-audit-entry';
import type { Actor } from '@/lib/platform/auth/actor';

export interface Deed {
  /** Null = of the instance. */
  workspaceId: string | null;
  /** `<what>.<verb>`, for example `member.role`. */
  action: string;
  target: { kind: string; id: string | null };
  /** Words and numbers of ours: neither secrets nor what people wrote. */
  details?: Record<string, string | number | boolean | null>;
}

/** Writes into the audit log what the actor has just done. */
export async function record(actor: Actor, { workspaceId, action, target, details = {} }: Deed): Promise<void> {
  await insertAuditEntry({
    ...{ workspaceId, action, details, actorId: actor.userId },
    ...{ targetKind: target.kind, targetId: target.id },
    via: actor.via.kind,
    address: actor.address ?? null,
  });
}
