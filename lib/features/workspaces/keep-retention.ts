import 'server-only';
import { insertAuditEntry } from '@/db/queries/audit/insert-audit-entry';
import { deleteExpiredConversations } from '@/db/queries/policies/delete-expired-conversations';

/** Deletes what the policies of workspaces keep no longer; the audit log says how many. Their files go with the hourly cleaning. */
export async function keepRetention(): Promise<void> {
  for (const [workspaceId, conversations] of await deleteExpiredConversations()) {
    await insertAuditEntry({
      ...{ workspaceId, actorId: null, action: 'conversation.expire', targetKind: 'workspace', targetId: workspaceId },
      ...{ details: { conversations }, via: null, address: null },
    });
  }
}
