import 'server-only';
import { z } from 'zod';
import { selectMcpChains } from '@/db/queries/mcp-chains/select-mcp-chains';
import type { Actor } from '@/lib/platform/auth/actor';
import { type ChainView, viewOfChain } from './chain-view';

export const chainsQuery = z.object({ workspaceId: z.uuid().optional() });

/** The actor's own chains and those of their workspaces, or of one of them, by name. */
export async function listChains(
  actor: Actor,
  { workspaceId }: z.infer<typeof chainsQuery> = {},
): Promise<ChainView[]> {
  return (await selectMcpChains(actor, workspaceId)).map(viewOfChain);
}
