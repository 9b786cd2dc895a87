import type { ListedServer, McpStatus, StoredTransport } from '@/db/types/mcp-server-record';

/** A server as people see it: of its secrets only that they are there. */
export interface ServerView extends Omit<ListedServer, 'userId' | 'status' | 'checkedAt' | 'createdAt' | 'updatedAt'> {
  scope: 'own' | 'workspace';
  transport: StoredTransport;
  status: McpStatus | 'disabled';
  checkedAt: string | null;
  createdAt: string;
}

export function viewOfServer({
  userId,
  status,
  checkedAt,
  createdAt,
  updatedAt: _,
  ...server
}: ListedServer): ServerView {
  return {
    ...server,
    scope: userId === null ? 'workspace' : 'own',
    status: server.enabled ? status : 'disabled',
    checkedAt: checkedAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  };
}
