import 'server-only';
import { insertAuditEntry } from '@/db/queries/audit/insert-audit-entry';
import { deleteExpiredConversations } from '@/db/queries/policies/delete-expired-conversations';
import { deleteUnusedConversations } from '@/db/queries/retention/delete-unused-conversations';
import { clearTraces, rewriteSoon } from '@/lib/features/erasure/clear-traces';

/**
 * Deletes what the policies of workspaces keep no longer (the audit log says how many; their files go with the hourly cleaning), and what
 * people keep no longer by their own settings.
 */
export async function keepRetention(): Promise<void> {
  const expired = await deleteExpiredConversations();
  for (const [workspaceId, conversations] of expired) {
    await insertAuditEntry({
      ...{ workspaceId, actorId: null, action: 'conversation.expire', targetKind: 'workspace', targetId: workspaceId },
      ...{ details: { conversations }, via: null, address: null },
    });
  }
  const unused = await deleteUnusedConversations();
  for (const id of unused) await clearTraces(id);
  if (expired.size + unused.length > 0) rewriteSoon();
}
