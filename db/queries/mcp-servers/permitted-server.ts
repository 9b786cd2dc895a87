import { eq, isNull, type SQL } from 'drizzle-orm';
import type { Permission } from '../../permissions/permissions';
import { mcpServer } from '../../schema/mcp';
import { type AnyActor, permitted } from '../member-of';

/** The condition that the actor may do this with a row of `mcp_server`, or with what hangs on it, whose queries join it: it is theirs or a workspace's. */
export function permittedServer(
  actor: AnyActor,
  permission: Extract<Permission, `mcpServer.${string}`>,
): SQL | undefined {
  return permitted(actor, permission, {
    workspaceId: mcpServer.workspaceId,
    own: eq(mcpServer.userId, actor.userId),
    shown: isNull(mcpServer.userId),
  });
}
