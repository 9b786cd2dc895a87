import { and, eq, type SQL } from 'drizzle-orm';
import { mcpServer } from '../../schema/mcp';
import { mcpAuthorization } from '../../schema/mcp-authorization';
import type { QueryActor } from '../../types/query-actor';

const { id, userId, issuer, account, scope, isLost, neededScope } = mcpAuthorization;

/** What is selected of the actor's own sign-in beside a server; null where there is none. */
export const signInColumns = { id, userId, issuer, account, scope, isLost, neededScope };

/** The condition of the left join that finds it. */
export function ownSignIn(actor: QueryActor): SQL | undefined {
  return and(eq(mcpAuthorization.serverId, mcpServer.id), eq(mcpAuthorization.userId, actor.userId));
}
