import 'server-only';
import { findMcpServer } from '@/db/queries/mcp-servers/find-mcp-server';
import type { ListedServer } from '@/db/types/mcp-server-record';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import { texts } from './texts';

/** Throws `not_found` for a server that is not there or not the actor's, `forbidden` for one that they see and may not do this with. */
export async function requireServer(actor: Actor, id: string, action: 'read' | 'use' | 'write'): Promise<ListedServer> {
  const found = await findMcpServer(actor, id, action);
  if (found) return found;
  const isSeen = action !== 'read' && (await findMcpServer(actor, id, 'read')) !== null;
  throw isSeen ? new AppError('forbidden', texts.adminsOnly) : new AppError('not_found', texts.noSuchServer);
}
