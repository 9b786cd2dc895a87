import 'server-only';
import { deleteAuthorization } from '@/db/queries/mcp-authorization/delete-authorization';
import { requireServer } from '@/lib/features/mcp-servers/require-server';
import type { Actor } from '@/lib/platform/auth/actor';
import { getMcp } from '@/lib/runtime/mcp';
import { revoke } from './revoke';

/** Forgets the actor's sign-in to a server, ends its connections, and tells the authorization server. Throws `not_found`. */
export async function signOut(actor: Actor, serverId: string): Promise<void> {
  await requireServer(actor, serverId, 'read');
  const deleted = await deleteAuthorization(actor, serverId);
  getMcp().clients.forget(serverId);
  if (deleted) await revoke({ serverId, userId: actor.userId }, deleted.ciphertext);
}
