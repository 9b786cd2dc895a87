import type { CallToolResult } from '@modelcontextprotocol/client';
import type { McpServer, McpTool } from '../mcp-server';
import type { RequestHost } from '../requests/request-host';
import type { Beside } from './list-beside';
import type { McpFailureKind } from './mcp-failure';
import type { WireMessage } from './wire-log';

/** Every connection of this process to MCP servers: one per `connectionKey`, opened when first needed. Errors are `McpFailure`. */
export interface McpClients {
  /** From the cache where it is fresh enough; stale content is given at once and renewed behind it. */
  describe(server: McpServer, options: { signal: AbortSignal; fresh?: boolean }): Promise<McpServerDescription>;
  /** The result as the server gave it. Only a `repeatable` call is ever sent a second time. */
  callTool(
    server: McpServer,
    call: { tool: McpTool; arguments: Record<string, unknown>; repeatable: boolean },
    options: CallOptions,
  ): Promise<CallToolResult>;
  /** What a server has besides tools, asked for now. */
  listBeside<K extends keyof Beside>(server: McpServer, kind: K, signal: AbortSignal): Promise<Beside[K][]>;
  /** The newest messages with a server, newest first, as far as this process remembers. */
  messages(serverId: string): WireMessage[];
  /** Connects afresh, step by step, for a person who wants to know what is wrong. Never throws. */
  probe(server: McpServer, signal: AbortSignal): Promise<McpProbe>;
  /** Closes the connections of a server whose configuration has changed or gone, and forgets what was cached. */
  forget(serverId: string): void;
  close(): Promise<void>;
}

export interface CallOptions {
  signal: AbortSignal;
  onProgress?: (progress: string) => void;
  /** Who answers what the server asks meanwhile; absent = nobody, and it is declined. */
  host?: RequestHost;
  /** Servers that are equal to the one that is called: any of them may do it. `keptBy` = what stays on one that has sessions, for example a run. */
  among?: { equal: McpServer[]; keptBy: string | null };
  /** Is told which one does it. */
  onServer?: (server: McpServer) => void;
}

export interface McpServerDescription {
  tools: McpTool[];
  /** The revision that both sides speak, for example `2025-11-25`. */
  era: string;
  serverInfo: { name: string; version: string; title?: string };
  instructions?: string;
  latencyMs: number;
}

export interface McpProbe {
  ok: boolean;
  steps: { name: string; ok: boolean; tookMs: number; message?: string }[];
  /** Why it is not ok; `null` = it is. */
  failure: McpFailureKind | null;
  description: McpServerDescription | null;
}
