import { eq, isNull, type SQL } from 'drizzle-orm';
import type { Permission } from '../../permissions/permissions';
import { mcpChain } from '../../schema/mcp-work';
import { type AnyActor, permitted } from '../member-of';

/** The condition that the actor may do this with a row of `mcp_chain`: it is theirs or a workspace's. A chain is allowed to whom a server would be. */
export function permittedChain(
  actor: AnyActor,
  permission: Extract<Permission, `mcpServer.${string}`>,
): SQL | undefined {
  return permitted(actor, permission, {
    workspaceId: mcpChain.workspaceId,
    own: eq(mcpChain.userId, actor.userId),
    shown: isNull(mcpChain.userId),
  });
}
