/** A call of a chain. Its arguments may hold `{"$from": "input" | "1", "pointer": "/…"}` in the place of any value. */
export interface ChainStep {
  /** By name or id. */
  server: string;
  tool: string;
  arguments: Record<string, unknown>;
}

export interface McpChainRecord {
  id: string;
  workspaceId: string;
  /** Null = the whole workspace's. */
  userId: string | null;
  name: string;
  description: string;
  inputSchema: Record<string, unknown>;
  steps: ChainStep[];
  version: number;
  createdAt: Date;
  updatedAt: Date;
}
