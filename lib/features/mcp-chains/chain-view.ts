import type { McpChainRecord } from '@/db/types/mcp-chain-record';

/** A chain as people see it. */
export interface ChainView extends Omit<McpChainRecord, 'userId' | 'createdAt' | 'updatedAt'> {
  scope: 'own' | 'workspace';
  createdAt: string;
  updatedAt: string;
}

export function viewOfChain({ userId, createdAt, updatedAt, ...chain }: McpChainRecord): ChainView {
  const scope = userId === null ? 'workspace' : 'own';
  return { ...chain, scope, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
}
