import type { ListedServer, McpStatus, StoredTransport } from '@/db/types/mcp-server-record';

/** A server as people see it: of its secrets only that they are there. */
export interface ServerView
  extends Omit<ListedServer, 'userId' | 'status' | 'checkedAt' | 'createdAt' | 'updatedAt' | 'signIn'> {
  scope: 'own' | 'workspace';
  transport: StoredTransport;
  status: McpStatus | 'disabled';
  /** The viewer's own sign-in; null = there is none, or it has ended. */
  authorization: { issuer: string; account: string | null; scope: string | null; neededScope: string | null } | null;
  checkedAt: string | null;
  createdAt: string;
}

export function viewOfServer({
  userId,
  status,
  checkedAt,
  createdAt,
  updatedAt: _,
  signIn,
  ...server
}: ListedServer): ServerView {
  const isSignedIn = signIn !== null && !signIn.isLost;
  return {
    ...server,
    scope: userId === null ? 'workspace' : 'own',
    status: server.enabled ? statusFor(status, server.signsIn, isSignedIn) : 'disabled',
    authorization: isSignedIn
      ? { issuer: signIn.issuer, account: signIn.account, scope: signIn.scope, neededScope: signIn.neededScope }
      : null,
    checkedAt: checkedAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  };
}

/** What was found by one person says nothing of whether another one is let in. */
function statusFor(found: McpStatus, signsIn: boolean, isSignedIn: boolean): McpStatus {
  if (signsIn && !isSignedIn) return 'needs_authorization';
  return signsIn && found === 'needs_authorization' ? 'unchecked' : found;
}
