import type { ServerCredentials } from './authorization/server-credentials';

/** An MCP server as it is connected to. Addresses and secrets are filled in, so it never leaves the process. */
export interface McpServer {
  id: string;
  /** What people call it; unique for whoever may use it. */
  name: string;
  scope: 'own' | 'workspace';
  /** The same for whoever may share a connection: server, credential and revision of the configuration. */
  connectionKey: string;
  transport: RemoteTransport | ProgramTransport;
  /** Of whoever uses it, where people sign in to it; absent = what its headers say is all. */
  credentials?: ServerCredentials;
  /** The revision that it spoke when it was last connected to, and when that was (ms since 1970); absent = never. */
  lastEra?: { name: string; at: number };
  toolTimeoutMs: number;
  /** Servers of one group are equal. */
  group: string | null;
  /** A person has said that what it gives may be believed like the person's own words. */
  isTrusted: boolean;
}

export interface RemoteTransport {
  type: 'http' | 'sse';
  url: string;
  headers: Record<string, string>;
}

/** A program of this machine that is spoken to by its input and output. */
export interface ProgramTransport {
  type: 'stdio';
  command: string;
  args: string[];
  env: Record<string, string>;
  network: boolean;
  folders: GrantedFolder[];
}

/** A folder of this machine that a person has given a program; it has the same path inside. */
export interface GrantedFolder {
  path: string;
  writable: boolean;
}

/** A tool as its server describes it, cleaned and capped. */
export interface McpTool {
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
  /** Calls run as tasks only. */
  taskSupport?: 'required';
  /** What a person reads before they approve it, where the server's words are others than the ones above: with what nobody can see in them, and uncut. */
  asGiven?: Pick<McpTool, 'title' | 'description' | 'inputSchema' | 'outputSchema'>;
  /** SHA-256 over everything above but `taskSupport` in canonical JSON, as the server gave it: the pin. */
  hash: string;
}
