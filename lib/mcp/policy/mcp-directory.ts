import type { McpChainRecord } from '@/db/types/mcp-chain-record';
import type { Invocation, MissingServer, ToolDecision, ToolScope } from '@/lib/engine/tool-source';
import type { McpServer, McpTool } from '../mcp-server';

/** What is known of servers and of what people allow. The tool source asks it, the database answers. */
export interface McpDirectory {
  /** The servers of an agent's `mcpServers` that whoever started the run may use, and the ones missing, with the reason. */
  serversFor(scope: ToolScope): Promise<{ servers: McpServerAccess[]; missing: MissingServer[] }>;
  /** Told whenever a server has said what it offers: pins what is known, sets apart what is new or has changed, and gives what may be offered. */
  approvedTools(server: McpServer, tools: McpTool[]): Promise<McpTool[]>;
  /** The chains that whoever started the run may use there, their own first. */
  chainsFor(scope: ToolScope): Promise<McpChainRecord[]>;
  /** By tool, server, team, workspace and instance, with the arguments. */
  decide(invocation: Invocation): Promise<ToolDecision>;
  /** Counts a call that is about to be made against the limits that it falls under. In words why it is not made, or `null`. */
  admit(scope: ToolScope, server: McpServer, tool: string): Promise<string | null>;
  /** Writes a call into the history. */
  record(call: McpCallRecord): Promise<void>;
}

/** A server with what an agent of a team takes of it. */
export interface McpServerAccess {
  server: McpServer;
  /** Names; null = all. */
  only: string[] | null;
  exclude: string[];
  /** Other servers of its group, that may do its calls. */
  equal?: McpServer[];
}

export interface McpCallRecord {
  /** By which the history knows it; absent = a new one. */
  id?: string;
  serverId: string;
  tool: string;
  /** Null = a person's own call. */
  runId: string | null;
  /** Null = whoever has started the run. */
  userId: string | null;
  outcome: 'ok' | 'error' | 'denied' | 'unknown';
  tookMs: number;
  argumentBytes: number;
  resultBytes: number;
}
