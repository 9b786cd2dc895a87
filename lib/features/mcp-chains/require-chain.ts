import 'server-only';
import { findMcpChain } from '@/db/queries/mcp-chains/find-mcp-chain';
import type { McpChainRecord } from '@/db/types/mcp-chain-record';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import { texts } from './texts';

/** Throws `not_found` for a chain that is not there or not the actor's, `forbidden` for one that they see and may not do this with. */
export async function requireChain(
  actor: Actor,
  id: string,
  action: 'read' | 'use' | 'write',
): Promise<McpChainRecord> {
  const found = await findMcpChain(actor, id, action);
  if (found) return found;
  const isSeen = action !== 'read' && (await findMcpChain(actor, id, 'read')) !== null;
  throw isSeen ? new AppError('forbidden', texts.adminsOnly) : new AppError('not_found', texts.noSuchChain);
}
