import 'server-only';
import { deleteMcpChain } from '@/db/queries/mcp-chains/delete-mcp-chain';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import { requireChain } from './require-chain';
import { texts } from './texts';

/** Deletes a chain; its calls stay in the histories of the servers. Throws `not_found`, `forbidden`. */
export async function deleteChain(actor: Actor, id: string): Promise<void> {
  await requireChain(actor, id, 'write');
  if (!(await deleteMcpChain(actor, id))) throw new AppError('not_found', texts.noSuchChain);
}
