import 'server-only';
import { z } from 'zod';
import { findMcpServer } from '@/db/queries/mcp-servers/find-mcp-server';
import type { Actor } from '@/lib/platform/auth/actor';
import { type ServerView, viewOfServer } from './server-view';

/** The server with whether the actor may change it; `null` for one that is not there or not theirs, whatever the id is. */
export async function findManagedServer(
  actor: Actor,
  id: string,
): Promise<{ server: ServerView; isManaged: boolean } | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const [found, managed] = await Promise.all([findMcpServer(actor, id, 'read'), findMcpServer(actor, id, 'write')]);
  return found && { server: viewOfServer(found), isManaged: managed !== null };
}
