import 'server-only';
import { deleteMcpServer } from '@/db/queries/mcp-servers/delete-mcp-server';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import { getMcp } from '@/lib/runtime/mcp';
import { recordServer } from './record-server';
import { requireServer } from './require-server';
import { texts } from './texts';

/** Deletes a server with its secrets, tools and history, and ends its connections. Throws `not_found`, `forbidden`. */
export async function deleteServer(actor: Actor, id: string): Promise<void> {
  const server = await requireServer(actor, id, 'write');
  if (!(await deleteMcpServer(actor, id))) throw new AppError('not_found', texts.noSuchServer);
  getMcp().clients.forget(id);
  await recordServer(actor, 'delete', server, {});
}
