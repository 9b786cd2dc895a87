import type { ToolPolicy } from './mcp-server-record';

/** What of a tool is shown to models, as its server describes it. */
export interface StoredTool {
  name: string;
  title?: string;
  description: string;
  inputSchema: Record<string, unknown>;
  outputSchema?: Record<string, unknown>;
  annotations?: {
    readOnlyHint?: boolean;
    destructiveHint?: boolean;
    idempotentHint?: boolean;
    openWorldHint?: boolean;
  };
}

/** `new` and `changed` wait for a person. */
export type ToolState = 'approved' | 'new' | 'changed' | 'blocked';

export interface McpToolRecord {
  serverId: string;
  name: string;
  definition: StoredTool;
  hash: string;
  state: ToolState;
  /** What was approved last, where the definition is another one now. */
  approved: StoredTool | null;
  approvedHash: string | null;
  /** Of whoever may change the server; null = nobody has said. */
  policy: ToolPolicy | null;
  /** The server has named it when it was last asked. */
  isPresent: boolean;
}

/** With what the person who asks has said of their own calls. */
export type McpToolFor = McpToolRecord & { ownPolicy: ToolPolicy | null };
